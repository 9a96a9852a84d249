import { dayInJapan } from '../../../people/index.ts';
import { endOfPair } from '../../rules.ts';
import type { Pair } from '../../types.ts';

/** Six months of being together: whoever pauses loses none of them. */
export const MONTHS = [1, 2, 3, 4, 5, 6] as const;
export type Month = (typeof MONTHS)[number];
const LAST = 6;

/** A pair that has begun. */
export interface Begun {
  readonly startedOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly pausedOn: Temporal.PlainDate | null;
}

/** Whether a pair has begun: until then it has no days. */
export function hasBegun<P extends Pick<Pair, 'startedOn' | 'endsOn' | 'pausedOn'>>(
  pair: P,
): pair is P & Begun {
  return pair.startedOn !== null && pair.endsOn !== null;
}

/** For how many days it was paused so far, a pause that lasts not counted: by so many its end has moved. */
export function pausedDaysOf({ startedOn, endsOn }: Begun): number {
  return endOfPair(startedOn).until(endsOn).days;
}

/** A day without the pauses before it: what the day would be had they never paused. */
export function dayTogether(pair: Begun, today: Temporal.PlainDate): Temporal.PlainDate {
  const { pausedOn } = pair;
  const lasting =
    pausedOn && Temporal.PlainDate.compare(pausedOn, today) < 0 ? pausedOn.until(today).days : 0;
  return today.subtract({ days: pausedDaysOf(pair) + lasting });
}

/** How many months of their time together are over: 0 to 6. The 31st of a month that has none is its last day. */
export function monthsOver(pair: Begun, today: Temporal.PlainDate): number {
  const day = dayTogether(pair, today);
  return MONTHS.filter((month) => Temporal.PlainDate.compare(pair.startedOn.add({ months: month }), day) <= 0)
    .length;
}

/** In which month of their time together a day lies, from 1; what lies before is the first, what lies behind the sixth. */
export function monthOf(pair: Begun, day: Temporal.PlainDate): Month {
  return Math.min(monthsOver(pair, day) + 1, LAST) as Month;
}

/** The first day that is no longer of a month, as it looks from today: it moves while they pause. */
export function endOfMonth(pair: Begun, month: Month, today: Temporal.PlainDate): Temporal.PlainDate {
  const moved = dayTogether(pair, today).until(today).days;
  return pair.startedOn.add({ months: month }).add({ days: moved });
}

/** Where a pair ends that goes on today: so many days later as the pause lasted. */
export function endAfterPause(pair: Begun, today: Temporal.PlainDate): Temporal.PlainDate {
  return pair.pausedOn ? pair.endsOn.add({ days: pair.pausedOn.until(today).days }) : pair.endsOn;
}

/** Whether the six months are over: not while they pause. */
export function isDue(pair: Begun, now: Temporal.Instant): boolean {
  return pair.pausedOn === null && Temporal.PlainDate.compare(pair.endsOn, dayInJapan(now)) <= 0;
}
