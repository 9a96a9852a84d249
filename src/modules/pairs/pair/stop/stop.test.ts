import { expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../../test/support/pairs.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { findApplication } from '../../applications/store.ts';
import type { PairState } from '../../types.ts';
import { findPair } from '../store.ts';
import { stopPairsOf } from './stop.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now }));
const coordinatorId = (await person('Sato')).id;

async function two(state: PairState) {
  const child = (await person('Leo')).id;
  const [volunteer, resident] = await inTransaction(db, async (tx) => [
    await applyForPair(tx, { side: 'volunteer', places: 2, now }),
    await applyForPair(tx, { side: 'resident', withIds: [child], now }),
  ]);
  const ids = { volunteerApplicationId: volunteer?.id ?? '', residentApplicationId: resident?.id ?? '' };
  const pairId = await inTransaction(db, (tx) => pairUp(tx, { ...ids, coordinatorId, state, now }));
  return {
    ...ids,
    pairId,
    child,
    volunteerId: volunteer?.personId ?? '',
    residentId: resident?.personId ?? '',
  };
}
const stateOf = async (pairId: string) => (await findPair(db, pairId))?.state;

test.each<[PairState, PairState]>([
  ['proposed', 'fell_through'],
  ['offered', 'fell_through'],
  ['introduction', 'fell_through'],
  ['active', 'ended'],
  ['paused', 'ended'],
  ['completed', 'completed'],
])('what is %s with somebody who was stopped is then %s', async (before, after) => {
  const { pairId, volunteerId, residentApplicationId } = await two(before);
  await stopPairsOf(db, { personId: volunteerId, now });
  await stopPairsOf(db, { personId: volunteerId, now });
  expect(await stateOf(pairId)).toBe(after);
  const fell = after === before ? 0 : 1;
  expect((await findApplication(db, residentApplicationId))?.fallenThrough).toBe(fell);
});

test('people kept apart are parted, whoever of a family it is; what they have with others stays', async () => {
  const { pairId, volunteerApplicationId, volunteerId, child } = await two('introduction');
  const other = await two('active');
  const resident = await inTransaction(db, (tx) => applyForPair(tx, { side: 'resident', now }));
  const stays = await inTransaction(db, (tx) =>
    pairUp(tx, { volunteerApplicationId, residentApplicationId: resident.id, coordinatorId, now }),
  );
  await stopPairsOf(db, { personId: volunteerId, withId: other.residentId, now });
  expect(await stateOf(pairId)).toBe('introduction');
  await stopPairsOf(db, { personId: child, withId: volunteerId, now });
  expect(await Promise.all([pairId, stays].map(stateOf))).toEqual(['fell_through', 'proposed']);
});

test('who leaves ends what they applied for, not what their household did', async () => {
  const { pairId, child, residentId } = await two('active');
  await stopPairsOf(db, { personId: child, asApplicant: true, now });
  expect(await stateOf(pairId)).toBe('active');
  await stopPairsOf(db, { personId: residentId, asApplicant: true, now });
  expect(await stateOf(pairId)).toBe('ended');
});
