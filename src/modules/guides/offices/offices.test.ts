import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { askToCheck, confirmFact } from '../facts/commands.ts';
import { guidesModule } from '../module.ts';
import { findAsked } from '../store/checks.ts';
import { findOffice, listOffices } from '../store/facts.ts';

const house = await testHouse([guidesModule]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [writer, other, volunteer] = [await person('小林'), await person('森'), await person('青木')];
const coordinator = house.as(actorOf(writer, ['coordinator']));
const LAW = {
  ...{ kind: 'office', municipalityCode: '', source: 'houritsu.example', everyDays: '180', isVerified: 'on' },
  ...{ 'name.ja': '法のたより', 'value.ja': '平日9時から21時' },
  ...{ 'name.en': 'Law Line', 'value.en': 'Weekdays 9:00 to 21:00' },
  ...{ fields: ['law', 'money'], languages: ['en', 'vi'], phone: '0120-555-0101', cost: 'depends' },
};
const write = (more = {}) => coordinator.post('/desk/facts/new', { ...LAW, ...more });
const look = (search = '') => house.as().get(`/guides/offices${search}`);
const all = async () =>
  (await listOffices(db, { field: null, language: null }, { after: null, limit: 50 })).rows;

beforeEach(async () => {
  await db.deleteFrom('guides.checks').execute();
  await db.deleteFrom('guides.facts').execute();
});

describe('the directory of offices', () => {
  test('is found by field and language, and says number, hours, cost and since when it is so', async () => {
    expect((await write()).status).toBe(303);
    await write({ 'name.en': 'Listening Line', fields: ['mind'], languages: [], phone: '', cost: '' });
    const { text, html } = await look('?field=law&language=vi');
    for (const words of [
      'Law Line',
      'Weekdays 9:00 to 21:00',
      'Vietnamese',
      'Depends on income',
      'Checked on',
    ])
      expect(text).toContain(words);
    expect(html).toContain('href="tel:01205550101"');
    expect(text).not.toContain('Listening Line');
    expect((await look('?field=mind')).text).toContain('Listening Line');
    expect((await look('?field=mind&language=vi')).text).toContain('No office like that yet');
    expect((await look('?field=nothing')).text).toContain('Law Line');
  });

  test.each([
    ['without a field', { fields: [] }, 'fields'],
    ['with words for a number', { phone: 'ask me' }, 'phone'],
  ])('an office %s is refused beside the field, and nothing typed is lost', async (_, more, field) => {
    const answer = await write(more);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    expect(answer.html).toContain('Law Line');
    expect(await all()).toEqual([]);
  });

  test('what is no office keeps nothing of one', async () => {
    expect((await write({ kind: 'hours' })).status).toBe(303);
    expect(await all()).toEqual([]);
    expect(await db.selectFrom('guides.facts').select(['fields', 'phone']).execute()).toEqual([
      { fields: [], phone: null },
    ]);
  });

  test('is looked after like every fact: another number is unverified until somebody has called it', async () => {
    await write();
    const id = (await all())[0]?.id ?? expect.fail();
    expect(await findOffice(db, id)).toMatchObject({ verifiedBy: writer.id });
    const change = { ...LAW, phone: '0120-555-0199', isVerified: '', version: '1' };
    expect((await coordinator.post(`/desk/facts/${id}`, change)).status).toBe(303);
    expect(await findOffice(db, id)).toMatchObject({ verifiedBy: null, verifiedOn: null });
    expect((await look()).text).toContain('Nobody has checked this yet');
    const now = clock();
    await inTransaction(db, async (tx) => {
      await askToCheck(tx, { factId: id, volunteerId: volunteer.id }, now);
      const checkId = (await findAsked(tx, volunteer.id))?.id ?? '';
      await confirmFact(tx, { checkId, as: 'volunteer', byPersonId: volunteer.id, now });
    });
    expect((await findOffice(db, id))?.verifiedBy).toBe(volunteer.id);
  });

  test('another coordinator who puts a language better does not become who looked', async () => {
    await write();
    const id = (await all())[0]?.id ?? expect.fail();
    const change = { ...LAW, 'name.en': 'Legal Line', isVerified: '', version: '1' };
    await house.as(actorOf(other, ['coordinator'])).post(`/desk/facts/${id}`, change);
    expect(await findOffice(db, id)).toMatchObject({ verifiedBy: writer.id });
    expect((await look()).text).toContain('Legal Line');
  });
});
