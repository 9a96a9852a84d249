import { beforeEach, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { donorWith } from '../../../../test/support/receipts.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { givingModule } from '../module.ts';
import { compareDonors } from './alike/jobs.ts';
import { findDonor } from './store.ts';

const house = await testHouse([
  givingModule({ secret: 'x'.repeat(32), publicUrl: 'https://otonari.test', payments: null }),
]);
const { db } = house;
const now = house.clock();
const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kaikei', now }));
const treasurer = house.as(actorOf({ id, name: 'Kaikei' }, ['treasurer']));

let one = '';
let other = '';
beforeEach(async () => {
  await db.deleteFrom('platform.rate_windows').execute();
  const email = `${crypto.randomUUID()}@otonari.example`;
  const given = { '2026-11-20': 3000 };
  one = (await donorWith(db, { name: 'Sita Rai', email, address: '墨田区1', now }, given)).donorId;
  other = (
    await donorWith(
      db,
      { name: 'Sita K. Rai', email, address: '墨田区2', now: now.add({ seconds: 1 }) },
      given,
    )
  ).donorId;
  await compareDonors(db, now);
});
const beside = () => `/books/donors/${one}/beside/${other}`;
const choices = { name: 'merged', address: 'standing', standing: '1', merged: '1' };

test('a treasurer merges two from the list, reads what it means, and takes them apart', async () => {
  const list = await treasurer.get('/books/donors/alike');
  expect(list.html).toContain(beside());
  expect(list.text).toContain('email');
  const page = await treasurer.get(beside());
  for (const said of [
    '墨田区1',
    '墨田区2',
    'can be taken apart for a year',
    'keep the name they were issued with',
  ])
    expect(page.text).toContain(said);
  expect(page.html).not.toContain('name="email"');
  expect((await treasurer.post(beside(), choices)).location).toBe(`/books/donors/${one}`);
  expect(await findDonor(db, other)).toMatchObject({ id: one, name: 'Sita K. Rai', address: '墨田区1' });
  const donor = await treasurer.get(`/books/donors/${one}`);
  expect(donor.text).toContain('What has come in since');
  const undoing = /\/books\/donors\/merges\/[0-9a-f-]+\/undoing/.exec(donor.html)?.[0] ?? '';
  expect((await treasurer.post(undoing)).flash).toBe('They are two donors again.');
  expect((await treasurer.post(undoing)).status).toBe(422);
  expect((await treasurer.get('/books/donors/alike?alike=differ')).html).toContain(other);
});

test('whom to look at beside a donor is chosen from the list, by a search too', async () => {
  const page = await treasurer.get(`/books/donors?beside=${one}`);
  expect(page.text).toContain('Choose whom to look at beside Sita Rai');
  expect(page.html).toContain(`<input type="hidden" name="beside" value="${one}"/>`);
  const found = await treasurer.get(`/books/donors?beside=${one}&words=${encodeURIComponent('K. Rai')}`);
  expect(found.html).toContain(beside());
});

test('the list of one donor’s gifts says that it is theirs', async () => {
  const page = await treasurer.get(`/books/gifts?donorId=${one}`);
  expect(page.text).toContain('Only what Sita Rai gave. All gifts');
  expect(page.html).toContain(`<input type="hidden" name="donorId" value="${one}"/>`);
});

test('of two with one name each page says which is which', async () => {
  await db.updateTable('giving.donors').set({ name: 'Sita Rai' }).where('id', '=', other).execute();
  const page = await treasurer.get(beside());
  expect(page.text).toContain('Sita Rai (1) stays and Sita Rai (2) is merged');
  expect(page.html).toContain(`href="/en/books/donors/${other}"`);
});

test('a field that nobody chose, and a page that is not of now, come back', async () => {
  const { address: _, ...fewer } = choices;
  expect((await treasurer.post(beside(), fewer)).refusals).toHaveProperty('address');
  expect((await treasurer.post(beside(), { ...choices, merged: '2' })).status).toBe(422);
  expect((await findDonor(db, other))?.id).toBe(other);
});

test('not the same and one household each need one press', async () => {
  expect((await treasurer.post(`${beside()}/difference`)).location).toBe('/books/donors/alike');
  expect((await treasurer.get('/books/donors/alike')).html).not.toContain(beside());
  expect((await treasurer.post(`${beside()}/doubt`)).status).toBe(303);
  expect((await treasurer.post(`${beside()}/household`)).status).toBe(303);
  const page = await treasurer.get(`/books/donors/${other}`);
  expect(page.text).toContain('Receipts stay by name');
  expect((await treasurer.post(`/books/donors/${other}/letters`)).status).toBe(303);
  expect((await findDonor(db, one))?.lettersTo).toBe(other);
  expect((await treasurer.post(`/books/donors/${other}/leaving`)).status).toBe(303);
  expect((await findDonor(db, one))?.lettersTo).toBeNull();
});

test('the list goes along as a file, as it was narrowed down; no name becomes a formula', async () => {
  const name = `=HYPERLINK("x") ${crypto.randomUUID()}`;
  await donorWith(db, { name, kind: 'organization', now }, { '2026-11-20': 3000 });
  const file = await treasurer.post('/books/donors.csv', { kind: 'organization', encoding: 'utf-8' });
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(file.html).toContain(name.slice(0, 10).replace('=', "'="));
  expect(file.html).toContain(',3000,2026-11-20');
  expect(file.html).not.toContain('Sita');
});

test('somebody else than the treasurer sees nothing of it', async () => {
  const coordinator = house.as(actorOf({ id, name: 'Kaikei' }, ['coordinator']));
  for (const path of ['/books/donors/alike', beside()])
    expect((await coordinator.get(path)).status).not.toBe(200);
  expect((await coordinator.post(beside(), choices)).status).not.toBe(303);
  expect((await findDonor(db, other))?.id).toBe(other);
});
