import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Activity, ActivityKind } from '../types.ts';
import type { Begun, Month } from './calendar.ts';

/** What a day may be on which two were in touch: of the pair, and not to come. */
export function mayHaveHappenedOn(
  day: Temporal.PlainDate,
  { pair, today }: { readonly pair: Begun; readonly today: Temporal.PlainDate },
): Outcome<null> {
  const { compare } = Temporal.PlainDate;
  if (compare(day, today) > 0) return refuse('day_is_still_to_come', undefined, 'happenedOn');
  if (compare(day, pair.startedOn) < 0) return refuse('day_was_before_your_pair', undefined, 'happenedOn');
  return accept(null);
}

/** What happened on a day, once, however many of the two wrote it down. */
export interface Happened extends Pick<Activity, 'kind' | 'happenedOn' | 'month' | 'minutes'> {
  /** The reader's own entry, which they may take back; null where only the other wrote it down. */
  readonly ownId: string | null;
}

/** @param activities the latest day first */
export function happenedOf(activities: readonly Activity[], readerId: string): Happened[] {
  const once = new Map<string, Happened>();
  for (const { id, writtenBy, ...what } of activities) {
    const key = `${what.happenedOn} ${what.kind}`;
    const known = once.get(key);
    const ownId = writtenBy === readerId ? id : (known?.ownId ?? null);
    const minutes = Math.max(known?.minutes ?? 0, what.minutes ?? 0) || null;
    once.set(key, { ...what, minutes, ownId });
  }
  return [...once.values()];
}

/** How often they were in touch in a month, by kind; absent where they never were. */
export function countByKind(
  happened: readonly Happened[],
  month: Month,
): Partial<Record<ActivityKind, number>> {
  const counts: Partial<Record<ActivityKind, number>> = {};
  for (const { kind } of happened.filter((one) => one.month === month))
    counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
