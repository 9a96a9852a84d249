import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../../test/support/pairs.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { pairsModule } from '../../module.ts';
import type { PairState } from '../../types.ts';
import { askAYearLater } from './ask-later.ts';
import { countLoneliness } from './count.ts';
import { sumOf } from './questions.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const APPLIED = Temporal.Instant.from('2026-11-20T09:00:00+09:00');
const BEGAN = Temporal.PlainDate.from('2026-11-24');
clock.set(APPLIED);
const sato = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now: APPLIED }));

const said = (sum: 'lonely' | 'less') => {
  const value = sum === 'lonely' ? '4' : '2';
  return { direct: '5', companions: value, leftOut: value, isolated: value };
};
const means = () => db.selectFrom('pairs.loneliness_means').selectAll().orderBy('month').execute();
const at = (day: string) => clock.set(Temporal.Instant.from(`${day}T11:00:00+09:00`));

/** Two who have applied; their pair once it begins. */
async function applyBoth() {
  clock.set(APPLIED);
  const [volunteer, resident] = await inTransaction(db, async (tx) => [
    await applyForPair(tx, { side: 'volunteer', name: 'Kimura Sachiko', now: APPLIED }),
    await applyForPair(tx, { side: 'resident', name: 'Sita Rai', now: APPLIED }),
  ]);
  const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
  const begin = (state: PairState = 'active') =>
    inTransaction(db, (tx) =>
      pairUp(tx, { ...ids, coordinatorId: sato.id, state, startedOn: BEGAN, now: APPLIED }),
    );
  const who = [volunteer, resident].map(({ personId }) => house.as(actorOf({ id: personId })));
  return { who, begin, personIds: [volunteer.personId, resident.personId] };
}
const BEFORE = '/pairs/loneliness';
const later = (id: string) => `/pairs/${id}/loneliness`;
const WORDS = 'How lonely do you feel?';

describe('how lonely somebody is', () => {
  test('is asked when they apply, and not any more once a pair has begun', async () => {
    const { who, begin } = await applyBoth();
    const [volunteer, resident] = who;
    expect((await resident?.get('/pairs'))?.text).toContain(WORDS);
    expect((await resident?.post(BEFORE, { direct: '5' }))?.status).toBe(422);
    expect((await resident?.post(BEFORE, said('lonely')))?.flash).toBe('Thank you.');
    expect((await resident?.post(BEFORE, said('lonely')))?.status).toBe(422);
    expect((await resident?.get('/pairs'))?.text).not.toContain(WORDS);
    const kept = await db.selectFrom('pairs.loneliness').selectAll().execute();
    expect(kept).toMatchObject([{ pair_id: null, month: 0 }]);
    expect(JSON.stringify(kept)).not.toContain('leftOut');
    const id = await begin();
    for (const one of who) {
      expect((await one.get('/pairs')).text).not.toContain(WORDS);
      expect((await one.get(`/pairs/${id}`)).text).not.toContain(WORDS);
    }
    expect((await volunteer?.post(BEFORE, said('lonely')))?.status).toBe(422);
  });

  test('is compared with before, and told as a mean of five at least', async () => {
    await db.deleteFrom('pairs.loneliness').execute();
    const pairs = [await applyBoth(), await applyBoth(), await applyBoth()];
    for (const one of pairs.flatMap(({ who }) => who).slice(0, 5)) await one.post(BEFORE, said('lonely'));
    const begun = await Promise.all(pairs.map(async ({ who, begin }) => ({ who, id: await begin() })));
    at('2027-02-24');
    for (const { who, id } of begun) for (const one of who) await one.post(later(id), said('less'));
    // Who did not say it before is not asked later.
    expect(await db.selectFrom('pairs.loneliness').select('id').execute()).toHaveLength(10);
    await countLoneliness(db, clock());
    await countLoneliness(db, clock());
    expect(await means()).toMatchObject([{ month: 3, people: 5, before: '12.00', after: '6.00' }]);
    await db
      .deleteFrom('pairs.loneliness')
      .where('month', '=', 0)
      .where('person_id', '=', pairs[0]?.personIds[0] ?? '')
      .execute();
    await countLoneliness(db, clock());
    expect(await means()).toEqual([]);
  });

  test('is not asked of whoever said no, and a no lies there like an answer', async () => {
    const { who, begin, personIds } = await applyBoth();
    const [volunteer, resident] = who;
    expect((await volunteer?.post(`${BEFORE}/refusals`, {}))?.flash).toBe('We won’t ask you again.');
    expect((await volunteer?.get('/pairs'))?.text).not.toContain(WORDS);
    await resident?.post(BEFORE, said('lonely'));
    const id = await begin();
    at('2027-02-24');
    expect((await resident?.get(`/pairs/${id}`))?.text).toContain(WORDS);
    expect((await resident?.post(`${later(id)}/refusals`, {}))?.flash).toBe('We won’t ask you again.');
    at('2027-11-24');
    await askAYearLater(db, clock());
    for (const one of who) {
      expect((await one.get('/inbox')).text).not.toContain('began a year ago');
      expect((await one.post(later(id), said('less'))).status).toBe(422);
    }
    const asked = db.selectFrom('pairs.loneliness_asks').selectAll();
    expect(await asked.where('person_id', 'in', personIds).execute()).toEqual([]);
    const rows = await db
      .selectFrom('pairs.loneliness')
      .select('answers')
      .where('person_id', 'in', personIds)
      .execute();
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ answers }) => String(answers).length)).size).toBe(1);
    const acts = db.selectFrom('audit.entries').select('action').distinct();
    expect(await acts.where('actor_id', '=', personIds[0] ?? '').execute()).toEqual([
      { action: 'pairs.loneliness.answered' },
    ]);
  });

  test('is nobody else’s to say', async () => {
    const [one, other] = [await applyBoth(), await applyBoth()];
    const id = await one.begin();
    expect((await other.who[0]?.post(later(id), said('less')))?.status).toBe(404);
    expect((await other.who[0]?.post(`${later(id)}/refusals`, {}))?.status).toBe(404);
  });
});

test('the sum is of the three of UCLA, however the second was named when it was asked', () => {
  const answers = { direct: '5', companions: '4', isolated: '1' };
  expect(sumOf({ version: 1, answers: { ...answers, left_out: '3' } })).toBe(8);
  expect(sumOf({ version: 2, answers: { ...answers, leftOut: '3' } })).toBe(8);
  expect(sumOf({ version: 2, answers })).toBe(null);
  expect(sumOf({ version: 1, answers: {} })).toBe(null);
});

test.each(['completed', 'ended', 'active'] as const)(
  'a year after a pair began each who said it before is written to once; it is %s',
  async (state) => {
    const { who, begin, personIds } = await applyBoth();
    const [volunteer, resident] = who;
    await resident?.post(BEFORE, said('lonely'));
    const id = await begin(state);
    const told = () =>
      db
        .selectFrom('pairs.loneliness_asks')
        .select('person_id')
        .where('person_id', 'in', personIds)
        .execute();
    at('2027-11-23');
    await askAYearLater(db, clock());
    expect(await told()).toEqual([]);
    at('2027-11-25');
    await askAYearLater(db, clock());
    await askAYearLater(db, clock());
    expect(await told()).toEqual([{ person_id: personIds[1] }]);
    const events = db.selectFrom('platform.events').select('ids').where('type', '=', 'pairs.loneliness.due');
    const about = (await events.execute()).filter(({ ids }) => JSON.stringify(ids).includes(id));
    expect(about).toHaveLength(1);
    expect((await volunteer?.get(later(id)))?.text).not.toContain('How often do you feel lonely');
    expect((await resident?.get(later(id)))?.text).toContain('How often do you feel lonely');
    expect((await resident?.post(later(id), said('less')))?.flash).toBe('Thank you.');
  },
);
