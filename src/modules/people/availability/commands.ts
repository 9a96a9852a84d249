import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { lockPerson } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import type { AvailabilityException, Pause } from '../types.ts';
import { fromTicks, mayDiffer, mayPause, toTicks } from './rules.ts';
import { findAvailability, insertException, insertPause, replaceWeeklyHours } from './store.ts';

/**
 * Changes the hours of every week by the boxes ticked. When the boxes are as they were, finer hours behind them stay.
 */
export async function changeWeeklyHours(
  tx: Tx,
  personId: string,
  change: { ticks: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  await lockPerson(tx, personId);
  const { weekly } = await findAvailability(tx, personId, dayInJapan(change.now));
  const before = new Set(toTicks(weekly));
  const after = new Set(change.ticks);
  if (before.symmetricDifference(after).size > 0)
    await replaceWeeklyHours(tx, personId, fromTicks(change.ticks));
}

/** Adds a day that differs. Refuses a day gone by, one more than a year ahead, and an end before its start. */
export async function addException(
  tx: Tx,
  personId: string,
  add: { exception: Omit<AvailabilityException, 'id'>; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const outcome = mayDiffer(add.exception, dayInJapan(add.now));
  if (!outcome.ok) return outcome;
  await insertException(tx, personId, outcome.value);
  return accept(null);
}

/** Begins a pause now or later. Refuses days gone by, a return before the start, and a pause within another. */
export async function addPause(
  tx: Tx,
  personId: string,
  add: { pause: Omit<Pause, 'id'>; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const today = dayInJapan(add.now);
  await lockPerson(tx, personId);
  const { pauses } = await findAvailability(tx, personId, today);
  const outcome = mayPause(add.pause, pauses, today);
  if (!outcome.ok) return outcome;
  await insertPause(tx, personId, outcome.value);
  return accept(null);
}
