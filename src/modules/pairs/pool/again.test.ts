import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { pairUp } from '../../../../test/support/pairs.ts';
import { inPool, solvedRound } from '../../../../test/support/rounds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findApplication, updateApplication } from '../applications/store.ts';
import { pairsModule } from '../module.ts';
import { publishRound } from '../rounds/publish.ts';
import { findResult } from '../rounds/store/rounds.ts';
import { countChances } from './counting.ts';
import { findWaiting } from './waiting.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const { id: coordinatorId } = await inTransaction(db, (tx) =>
  createPerson(tx, { name: 'Sato', weekly: [], now: clock(), roles: ['coordinator'] }),
);

type Said = Readonly<Record<'resident' | 'volunteer', 'yes' | 'same' | 'no'>>;

/** Two who were together for half a year, and say at the end what each wishes. @returns their applications */
async function wereTogether(says: Said) {
  const two = {
    resident: await inPool(db, 'resident', clock())({ name: 'Linh' }),
    volunteer: await inPool(db, 'volunteer', clock())({ name: 'Yuki' }),
  };
  await togetherAgain(two, says);
  return two;
}

async function togetherAgain(two: Awaited<ReturnType<typeof wereTogether>>, says: Said): Promise<void> {
  clock.advance({ days: 1 });
  const pairId = await inTransaction(db, async (tx) => {
    const of = { residentApplicationId: two.resident.id, volunteerApplicationId: two.volunteer.id };
    for (const { id } of [two.resident, two.volunteer]) await rest(tx, id);
    return pairUp(tx, { ...of, coordinatorId, state: 'completed', now: clock() });
  });
  for (const side of ['resident', 'volunteer'] as const) {
    const sent = { feeling: '5', wantsAgain: says[side], staysInTouch: 'yes', lastPage: '', hintsSeen: '1' };
    const web = house.as(actorOf({ id: two[side].personId }, [side]));
    expect((await web.post(`/pairs/${pairId}/closing`, sent)).status).toBe(303);
  }
}

const rest = (tx: Parameters<typeof updateApplication>[0], id: string) =>
  updateApplication(tx, id, { state: 'paused', paused_at: clock() });

/** Whom a round of all who wait now proposes. */
async function roundOfAll() {
  const roundId = await solvedRound(db, clock, coordinatorId);
  const told = await findResult(db, roundId);
  return {
    roundId,
    proposed: (told?.proposals ?? []).map(({ residentId, volunteerId }) => [residentId, volunteerId]),
  };
}

async function leave(two: Awaited<ReturnType<typeof wereTogether>>): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { id } of [two.resident, two.volunteer])
      await updateApplication(tx, id, { state: 'withdrawn', ended_at: clock() });
  });
}

describe('two who were a pair', () => {
  test('are proposed to each other again once both said that they would be', async () => {
    const two = await wereTogether({ resident: 'same', volunteer: 'same' });
    const { roundId, proposed } = await roundOfAll();
    expect(proposed).toEqual([[two.resident.id, two.volunteer.id]]);
    const published = await inTransaction(db, (tx) =>
      publishRound(tx, { roundId, by: coordinatorId, now: clock() }),
    );
    expect(published.ok).toBe(true);
    expect(await findResult(db, roundId)).toMatchObject({ leftOut: [] });
  });

  test.each([
    { resident: 'same', volunteer: 'yes' },
    { resident: 'yes', volunteer: 'same' },
    { resident: 'yes', volunteer: 'yes' },
  ] as const)('are not where it was said so: $resident, $volunteer', async (says) => {
    const two = await wereTogether(says);
    expect((await roundOfAll()).proposed).toEqual([]);
    await leave(two);
  });

  test('are held to what they said the last time', async () => {
    const two = await wereTogether({ resident: 'same', volunteer: 'same' });
    await togetherAgain(two, { resident: 'same', volunteer: 'yes' });
    expect((await roundOfAll()).proposed).toEqual([]);
    await leave(two);
  });

  test('do not learn from how many fit what the other said', async () => {
    const fits = [];
    for (const volunteer of ['same', 'yes'] as const) {
      const two = await wereTogether({ resident: 'same', volunteer });
      await countChances(house);
      const own = await findApplication(db, two.resident.id);
      fits.push(own && (await findWaiting(db, own, clock()))?.counted?.chances);
      await leave(two);
    }
    expect(fits[0]).toMatchObject({ fitNow: 0 });
    expect(fits[0]).toEqual(fits[1]);
  });
});
