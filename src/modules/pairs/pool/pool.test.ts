import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { pairUp } from '../../../../test/support/pairs.ts';
import { inPool } from '../../../../test/support/rounds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { addMember, createPerson, findPerson } from '../../people/index.ts';
import { keepApart, suspendPerson } from '../../trust/index.ts';
import { findApplication } from '../applications/store.ts';
import { updatePair } from '../pair/store.ts';
import { pairsRefusals } from '../words.ts';
import { COUNT_TASK, countChances } from './counting.ts';
import { poolTasks } from './jobs.ts';
import { readPool } from './parties.ts';
import { poolRoutes } from './routes.ts';
import { listToCount } from './store/chances.ts';
import { findWaiting } from './waiting.ts';
import { findWaitsLike, noteWaits } from './waits.ts';

const house = await testHouse([{ name: 'pairs', messages: pairsRefusals, routes: poolRoutes }]);
const { db, clock } = house;
const now = clock();
const resident = inPool(db, 'resident', now);
const volunteer = inPool(db, 'volunteer', now);
const sato = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now }));
const by = { personId: sato.id, role: 'coordinator' };
const found = async (id: string) => {
  const pool = await readPool(db, now);
  return [...pool.residents, ...pool.volunteers].find((one) => one.id === id);
};
const pair = (volunteerApplicationId: string, residentApplicationId: string, state?: 'active') =>
  inTransaction(db, (tx) =>
    pairUp(tx, {
      volunteerApplicationId,
      residentApplicationId,
      coordinatorId: sato.id,
      now,
      ...(state && { state }),
    }),
  );

describe('the pool', () => {
  test('tells the engine what people say of themselves, and nothing else', async () => {
    const linh = await resident({
      name: 'Linh',
      days: 12,
      person: { gender: 'woman', japaneseSpeaking: 'a2' },
      facts: { reachKilometers: 4, isOnlineOk: false, interests: ['music'] },
    });
    await inTransaction(db, async (tx) => {
      const person = await findPerson(tx, linh.personId);
      const child = { name: 'Leo', relation: 'child', born: { year: 2020, month: 2 } } as never;
      if (person) await addMember(tx, person, { member: child, now });
    });
    expect(await found(linh.id)).toMatchObject({
      personIds: [linh.personId],
      isInPool: true,
      area: '13107',
      reachKilometers: 4,
      isOnlineOk: false,
      spokenJapanese: 2,
      adultGenders: ['female'],
      childAges: [6],
      interests: ['music'],
      waiting: { since_on: '2026-11-12', pausedDays: 0, need: 0, fallenThrough: 0 },
    });
  });

  test('holds who has a free place, and counts who has a pair', async () => {
    const [one, two] = [await volunteer({ name: 'One' }), await volunteer({ name: 'Two', places: 2 })];
    const [maria, sita] = [await resident({ name: 'Maria' }), await resident({ name: 'Sita' })];
    await pair(one.id, maria.id);
    const id = await pair(two.id, sita.id);
    expect(await found(one.id)).toBeUndefined();
    expect(await found(maria.id)).toBeUndefined();
    expect(await found(two.id)).toMatchObject({ capacity: 2, currentPairs: 1 });
    await inTransaction(db, (tx) => updatePair(tx, id, { state: 'fell_through', over_at: now }));
    expect((await readPool(db, now)).notAgain).toContainEqual({ residentId: sita.id, volunteerId: two.id });
  });

  test('lets a resident who wishes to choose be proposed more, until there is more than a proposal', async () => {
    const choosy = await resident({ name: 'Choosy', places: 3 });
    const [one, two] = [await volunteer({ name: 'First' }), await volunteer({ name: 'Second' })];
    const id = await pair(one.id, choosy.id);
    const pool = await readPool(db, now);
    expect(pool.choosing).toContainEqual({ id: choosy.id, proposals: 2, hasOne: true });
    await inTransaction(db, async (tx) => {
      await updatePair(tx, id, { state: 'offered', offered_at: now });
      await updatePair(tx, id, { state: 'introduction' });
    });
    expect(await found(choosy.id)).toBeUndefined();
    expect(await found(two.id)).toBeDefined();
  });

  test('leaves out who is stopped, and keeps people apart whichever of a family it is', async () => {
    const [gone, apart] = [await volunteer({ name: 'Gone' }), await volunteer({ name: 'Apart' })];
    const child = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kim', weekly: [], now }));
    const family = await resident({ name: 'Family', withIds: [child.id] });
    await inTransaction(db, async (tx) => {
      await suspendPerson(tx, { personId: gone.personId, reason: 'For the test.', by, now } as never);
      await keepApart(tx, { personId: child.id, otherId: apart.personId, reason: 'Quarrel.', by, now });
    });
    expect(await found(gone.id)).toBeUndefined();
    expect(await found(family.id)).toMatchObject({ keptApartFromIds: [apart.personId] });
    expect(await found(apart.id)).toMatchObject({ keptApartFromIds: [child.id] });
  });

  test('leaves out a volunteer whose approval does not hold any more', async () => {
    const lapsed = await volunteer({ name: 'Lapsed' });
    expect(await found(lapsed.id)).toBeDefined();
    await sql`delete from trust.completions where person_id = ${lapsed.personId} and step = 'training'`.execute(
      db,
    );
    expect(await found(lapsed.id)).toBeUndefined();
  });

  test('knows whose pair it was before', async () => {
    const [yuki, former] = [await volunteer({ name: 'Yuki', places: 2 }), await resident({ name: 'Former' })];
    const id = await pair(yuki.id, former.id, 'active');
    await inTransaction(db, (tx) =>
      updatePair(tx, id, { state: 'completed', over_at: now, ending: 'planned' }),
    );
    expect(await found(yuki.id)).toMatchObject({ formerPartnerIds: [former.personId], completedPairs: 1 });
  });

  test('says of whom nobody knows where they live', async () => {
    const lost = await resident({ name: 'Lost', person: { town: null } });
    const pool = await readPool(db, now);
    expect(pool.placeless).toContain(lost.id);
    expect(pool.residents.map(({ id }) => id)).not.toContain(lost.id);
  });

  test('is asked by as many questions whoever waits', async () => {
    const count = async () => {
      let asked = 0;
      const counting = db.withPlugin({
        transformQuery: ({ node }) => {
          asked++;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await readPool(counting, now);
      return asked;
    };
    const before = await count();
    for (const name of ['A', 'B', 'C']) await resident({ name });
    expect(await count()).toBe(before);
    expect(before).toBeLessThan(12);
  });
});

describe('who waits', () => {
  let mei: { id: string; personId: string };
  beforeAll(async () => {
    mei = await resident({ name: 'Mei', days: 30, facts: { isOnlineOk: false } });
  });
  const post = (path: string, fields = {}) =>
    house.as(actorOf({ id: mei.personId }, ['resident'])).post(path, fields);
  const state = () => findApplication(db, mei.id);

  test('pauses and comes back without losing the days before', async () => {
    expect((await post('/pairs/pool-pause')).location).toBe('/pairs');
    expect(await found(mei.id)).toBeUndefined();
    house.clock.set(now.add({ hours: 24 * 10 }));
    expect((await post('/pairs/pool-return')).location).toBe('/pairs');
    expect(await state()).toMatchObject({ state: 'ready', pausedDays: 10, pausedAt: null });
    house.clock.set(now);
  });

  test('opens to more by one press', async () => {
    const counted = async () => {
      const own = await state();
      return own && (await findWaiting(db, own, now))?.counted;
    };
    await countChances(house);
    expect((await counted())?.countedAt).toEqual(now);
    await post('/pairs/opening', { kind: 'online' });
    await post('/pairs/opening', { kind: 'farther', kilometers: '14' });
    // What was counted is of somebody who was not open to it.
    expect(await counted()).toBeNull();
    const { rows } =
      await sql`select from graphile_worker.jobs where task_identifier = ${COUNT_TASK}`.execute(db);
    expect(rows).toHaveLength(1);
    await countChances(house);
    expect((await counted())?.chances?.shortenings.map(({ change }) => change.code)).not.toContain(
      'also_meet_online',
    );
    expect((await state())?.facts).toMatchObject({ isOnlineOk: true, reachKilometers: 14 });
    expect((await post('/pairs/opening', { kind: 'gender' })).status).toBe(422);
  });

  test('is asked after a long silence, and stays by one press', async () => {
    const log = pino({ level: 'silent' });
    const night = async (days: number) => {
      house.clock.set(now.add({ hours: 24 * days }));
      for (const task of poolTasks) await task.run({}, { db, clock, log });
    };
    const busy = await resident({ name: 'Busy' });
    await pair((await volunteer({ name: 'Helper' })).id, busy.id);
    await night(89);
    expect((await state())?.askedWhetherAt).toBeNull();
    await night(92);
    expect((await state())?.askedWhetherAt).not.toBeNull();
    await post('/pairs/still-wish');
    expect(await state()).toMatchObject({ askedWhetherAt: null, state: 'ready' });
    await night(185);
    await night(214);
    expect((await state())?.state).toBe('ready');
    await night(216);
    expect((await state())?.state).toBe('expired');
    expect(await findApplication(db, busy.id)).toMatchObject({ state: 'ready', askedWhetherAt: null });
    house.clock.set(now);
  });

  test('learns of nobody before they are asked, and waits no more once they are', async () => {
    const sachiko = await volunteer({ name: 'Sachiko', places: 2 });
    const sita = await resident({ name: 'Sita' });
    const own = await findApplication(db, sita.id);
    if (!own) throw new Error('nobody applied');
    await countChances(house);
    const before = await findWaiting(db, own, now);
    expect(before?.counted?.chances?.fitNow).toBeGreaterThan(0);
    const id = await pair(sachiko.id, sita.id);
    expect(await findWaiting(db, own, now)).toEqual(before);
    expect(await found(sita.id)).toBeUndefined();
    clock.set(now.add({ hours: 25 }));
    await countChances(house);
    expect((await findWaiting(db, own, now))?.counted).toEqual({
      chances: before?.counted?.chances,
      countedAt: clock(),
    });
    clock.set(now);
    await inTransaction(db, (tx) => updatePair(tx, id, { state: 'offered', offered_at: now }));
    expect(await findWaiting(db, own, now)).toBeNull();
  });

  test('is told how long others waited once there are five, the likest first', async () => {
    const own = await findApplication(
      db,
      (await resident({ name: 'Own', person: { languages: NEPALI } })).id,
    );
    if (!own) throw new Error('nobody applied');
    expect(await findWaitsLike(db, own)).toBeNull();
    const wait = async (days: number, languages: typeof NEPALI | typeof ENGLISH) => {
      const it = await resident({ name: 'R', days, person: { languages } });
      const id = await pair((await volunteer({ name: 'V' })).id, it.id, 'active');
      await inTransaction(db, (tx) => noteWaits(tx, id));
    };
    for (const days of [10, 20, 30, 40]) await wait(days, ENGLISH);
    expect(await findWaitsLike(db, own)).toBeNull();
    await wait(50, ENGLISH);
    expect(await findWaitsLike(db, own)).toEqual({ like: 'area', of: '13107', medianDays: 30, count: 5 });
    for (const days of [1, 2, 3, 4, 5]) await wait(days, NEPALI);
    expect(await findWaitsLike(db, own)).toEqual({ like: 'language', of: 'ne', medianDays: 3, count: 5 });
    await countChances(house);
    expect((await findWaiting(db, own, now))?.counted?.chances?.fitNow).toBe(0);
  });

  test('opens nobody’s application by looking: what was counted stands for a day', async () => {
    const { id } = await resident({ name: 'Looks' });
    const looks = async () => {
      const own = await findApplication(db, id);
      return own && (await findWaiting(db, own, now))?.counted?.chances?.fitNow;
    };
    expect(await looks()).toBeUndefined();
    await countChances(house);
    const before = await looks();
    await volunteer({ name: 'Newcomer' });
    await countChances(house);
    expect(await looks()).toBe(before);
    clock.set(now.add({ hours: 25 }));
    await countChances(house);
    expect(await looks()).toBe((before ?? 0) + 1);
    clock.set(now);
  });

  test('is counted once where nobody knows where they live', async () => {
    await resident({ name: 'Nowhere', person: { town: null } });
    await countChances(house);
    expect(await listToCount(db, { before: now, most: 9 })).toEqual([]);
  });
});

const ENGLISH = [{ language: 'en', speak: 2, read: 2, write: 2, phone: 2 }] as const;
const NEPALI = [{ language: 'ne', speak: 2, read: 2, write: 2, phone: 2 }] as const;
