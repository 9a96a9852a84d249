import { expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../test/support/caller.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findDonor, insertDonor } from './store.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const now = product.clock();
const read = async (path: string) =>
  (await (await ask(product, treasurer, path)).text()).split('<main')[1] ?? '';
const donorId = await inTransaction(db, (tx) =>
  insertDonor(tx, {
    name: 'Ren Abe',
    kana: 'アベ レン',
    email: 'ren@otonari.example',
    address: '墨田区1',
    now,
  }),
);
const typed = {
  name: 'Ren Abe',
  kana: 'アベ レン',
  email: 'ren@otonari.example',
  address: '墨田区2',
  kind: 'person',
  locale: 'en',
  receiptWish: 'yearly',
  version: '1',
};
const changes = () =>
  db.selectFrom('giving.donor_changes').select('former').where('donor_id', '=', donorId).execute();
const edit = (more: Partial<typeof typed> = {}) =>
  press(product, treasurer, `/en/books/donors/${donorId}`, { ...typed, ...more });

test.each(['ren ab', 'アベ', 'REN@otonari'])('a donor is found by %s', async (words) => {
  expect(await read(`/en/books/donors?words=${encodeURIComponent(words)}`)).toContain('Ren Abe');
  expect(await read('/en/books/donors?words=nobody-has-this')).not.toContain('Ren Abe');
});

test('what was changed stays to be read, sealed, and who looked at the page before changes nothing', async () => {
  expect((await edit()).status).toBe(303);
  expect(await findDonor(db, donorId)).toMatchObject({
    address: '墨田区2',
    receiptWish: 'yearly',
    version: 2,
  });
  const page = await read(`/en/books/donors/${donorId}`);
  expect(page).toContain('墨田区1');
  const [change] = await changes();
  expect(change?.former).not.toContain('墨田');
  expect((await edit({ address: '墨田区3' })).status).toBe(422);
  expect(await findDonor(db, donorId)).toMatchObject({ address: '墨田区2' });
});

test('the same again is no change', async () => {
  expect((await edit()).status).toBe(303);
  expect(await changes()).toHaveLength(1);
});

test.each([
  ['name', ' '],
  ['email', 'ren@'],
] as const)('%s %j is refused beside its field', async (field, value) => {
  const answer = await edit({ [field]: value, version: '2' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(`href="#${field}"`);
});
