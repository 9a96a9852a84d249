import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import { does, enter, type OnPair } from '../../pair/doing.ts';
import { RUNNING } from '../../pair/life.ts';
import type { Pair } from '../../types.ts';
import { mayHaveHappenedOn } from '../rules/activities.ts';
import { hasBegun, monthOf } from '../rules/calendar.ts';
import { deleteActivity, insertActivity, updateMinutes } from '../store/activities.ts';
import type { ActivityKind } from '../types.ts';

interface Happening {
  readonly kind: ActivityKind;
  /** Today unless said. */
  readonly happenedOn: Temporal.PlainDate | null;
  readonly minutes: number | null;
}

/**
 * Writes down that the two were in touch. Refuses days to come (`day_is_still_to_come`) and those before the pair began
 * (`day_was_before_your_pair`).
 */
export const recordActivity = does('record_activity', async (tx, { pair }, on: OnPair & Happening) => {
  const { now, personId } = on.doer;
  if (!hasBegun(pair) || personId === null) return refuse('pair_has_moved_on');
  const today = dayInJapan(now);
  const happenedOn = on.happenedOn ?? today;
  const may = mayHaveHappenedOn(happenedOn, { pair, today });
  if (!may.ok) return may;
  const { kind, minutes } = on;
  const month = monthOf(pair, happenedOn);
  await insertActivity(tx, { pairId: pair.id, writtenBy: personId, kind, happenedOn, month, minutes, now });
  return accept({});
});

/** Says how long it was. Refuses what the doer did not write down themselves (`there_is_no_such_day`). */
export function sayHowLong(
  tx: Tx,
  on: OnPair & { readonly activityId: string; readonly minutes: number },
): Promise<Outcome<Pair>> {
  return changeOwn(tx, on, (own) => updateMinutes(tx, { ...own, minutes: on.minutes }));
}

/** Takes back what the doer wrote down. Refuses as `sayHowLong`. */
export function takeActivityBack(
  tx: Tx,
  on: OnPair & { readonly activityId: string },
): Promise<Outcome<Pair>> {
  return changeOwn(tx, on, (own) => deleteActivity(tx, own));
}

async function changeOwn(
  tx: Tx,
  on: OnPair & { readonly activityId: string },
  change: (own: { pairId: string; id: string; writtenBy: string }) => Promise<boolean>,
): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { pair } = entered.value;
  if (!RUNNING.some((state) => state === pair.state)) return refuse('pair_has_moved_on');
  const own = { pairId: pair.id, id: on.activityId, writtenBy: on.doer.personId ?? '' };
  return (await change(own)) ? accept(pair) : refuse('there_is_no_such_day');
}
