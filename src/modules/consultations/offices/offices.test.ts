import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';
import { dayInJapan } from '../../people/index.ts';

const { db, clock, asha, other, mori, kato, boss, taken, house } = await consultationsHouse();
const JAPANESE = '仕事のことを相談したいです。';
const OWN = 'I would like to ask about work.';

let id: string;
let officeId: string;
const desk = (act: string, fields = {}, who = mori) =>
  who.web.post(`/desk/consultations/${id}/referrals/${act}`, fields);
const propose = (more = {}) => desk('offices', { officeId, japanese: JAPANESE, own: OWN, ...more });
const referralId = async () =>
  (await db.selectFrom('consultations.office_referrals').select('id').executeTakeFirstOrThrow()).id;
const answer = async (way: 'agreement' | 'end', who = asha) =>
  who.web.post(`/consultations/${id}/offices/${way}`, { referralId: await referralId() });
const say = async (who = mori) =>
  desk('sayings', { referralId: await referralId(), told: 'Told Ms. Ito that somebody comes.' }, who);
const own = async () => (await asha.web.get(`/consultations/${id}/referrals`)).text;

beforeEach(async () => {
  await db.deleteFrom('guides.facts').execute();
  const today = dayInJapan(clock());
  const texts = {
    ja: { name: '働く人の相談室', value: '平日9時30分から17時' },
    en: { name: 'Workers’ Advice Room', value: 'Weekdays 9:30 to 17:00' },
  };
  ({ id: officeId } = await db
    .insertInto('guides.facts')
    .values({
      ...{ kind: 'office', texts: JSON.stringify(texts), source: 'sample', every_days: 180 },
      ...{ fields: ['work'], languages: ['en'], phone: '03-5550-0104', cost: 'free' },
      ...{ verified_on: today, next_check_on: today.add({ days: 180 }), created_at: clock() },
    })
    .returning('id')
    .executeTakeFirstOrThrow());
  id = await taken();
});

describe('a cold referral to an office', () => {
  test('shows the office before the yes, and what to show there after it; nothing is sent to anybody', async () => {
    const mails = async () =>
      (
        await sql<{ text: string }>`select payload::text as text from graphile_worker._private_jobs`.execute(
          db,
        )
      ).rows;
    const before = (await mails()).length;
    expect((await propose()).status).toBe(303);
    const asked = await own();
    for (const words of ['Weekdays 9:30 to 17:00', '03-5550-0104', 'Checked on', 'Yes, I would like to go'])
      expect(asked).toContain(words);
    expect(asked).not.toContain(OWN);
    expect((await answer('agreement')).status).toBe(303);
    const agreed = await own();
    for (const words of [JAPANESE, OWN]) expect(agreed).toContain(words);
    const sent = (await mails()).slice(before).map(({ text }) => text);
    for (const text of sent) for (const words of ['5550-0104', OWN, WORDS]) expect(text).not.toContain(words);
  });

  test('is asked with a sentence in Japanese and in the language of whoever has asked', async () => {
    const { html } = await mori.web.get(`/desk/consultations/${id}/referrals`);
    expect(html).toContain('「仕事・給料」について相談したいです');
    expect(html).toContain('I would like to ask about: Work and wages');
  });

  test('nothing is said there without a yes, and what was said stands on the page of whoever has asked', async () => {
    await propose();
    expect((await say()).status).toBe(422);
    await answer('agreement');
    expect((await say()).status).toBe(303);
    expect(await own()).toContain('Told Ms. Ito that somebody comes.');
    await answer('end');
    expect((await say()).status).toBe(422);
    expect(await own()).not.toContain(OWN);
  });

  test('the database takes nothing said before a yes', async () => {
    await propose();
    const held = db.updateTable('consultations.office_referrals').set({ told: sql`office` }).execute();
    await expect(held).rejects.toThrow('offices_hear_nothing_before_a_yes');
  });

  test('is proposed once while it goes on, however often it is pressed', async () => {
    const presses = await Promise.all(Array.from({ length: 4 }, () => propose()));
    expect(presses.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
    expect((await propose()).refusals).toHaveProperty('officeId');
    await answer('end');
    expect((await propose()).status).toBe(303);
  });

  test.each([
    ['no office', { officeId: 'a' }, 'officeId'],
    ['nothing to show there', { japanese: '' }, 'japanese'],
    ['nothing in their language', { own: ' ' }, 'own'],
  ])('%s is refused beside the field', async (_, more, field) => {
    const refused = await propose(more);
    expect([refused.status, Object.keys(refused.refusals)]).toEqual([422, [field]]);
  });

  test('nobody but whoever has asked answers, and nobody but whoever is responsible proposes or says', async () => {
    expect((await desk('offices', { officeId, japanese: JAPANESE, own: OWN }, kato)).status).toBeGreaterThan(
      303,
    );
    await propose();
    for (const who of [other, mori, kato, boss])
      expect((await answer('agreement', who)).status).toBeGreaterThanOrEqual(403);
    await answer('agreement');
    for (const who of [other, kato, boss]) expect((await say(who)).status).toBeGreaterThan(303);
    expect((await house.as().get(`/consultations/${id}/referrals`)).status).toBeGreaterThanOrEqual(303);
  });

  test('which office it is stands nowhere in the open', async () => {
    await propose();
    await answer('agreement');
    await say();
    const { rows } = await sql<{ row: string }>`
      select r::text as row from consultations.office_referrals r`.execute(db);
    expect(rows).toHaveLength(1);
    for (const words of [officeId, '働く人', OWN, 'Ito']) expect(rows[0]?.row).not.toContain(words);
  });
});
