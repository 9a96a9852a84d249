import { type Begun, monthsOver } from './calendar.ts';

/** Before, when one applies, and so many months after the beginning. */
export const MONTHS_ASKED = [0, 3, 6, 12] as const;
export type MonthAsked = (typeof MONTHS_ASKED)[number];
export type MonthInPair = Exclude<MonthAsked, 0>;

/** Asked for so long; then it is no answer about that month any more. */
const OPEN_DAYS = 45;

/** What somebody has said for a month already: how lonely they are, or that they do not wish to be asked. */
export interface SaidLoneliness {
  readonly month: MonthAsked;
  readonly isNo: boolean;
}

/**
 * For which month of a pair somebody is asked how lonely they are; null for none: those alone who said it before, or there is
 * nothing to compare, and never who said no.
 */
export function lonelinessDue(
  pair: Begun & { readonly state: string },
  { today, said }: { readonly today: Temporal.PlainDate; readonly said: readonly SaidLoneliness[] },
): MonthInPair | null {
  const month = monthNow(pair, today);
  const isOf = (asked: MonthAsked) => said.some((one) => one.month === asked);
  if (month === null || isOf(month) || !isOf(0)) return null;
  return said.some(({ isNo }) => isNo) ? null : month;
}

function monthNow(pair: Begun & { readonly state: string }, today: Temporal.PlainDate): MonthInPair | null {
  const isSince = (day: Temporal.PlainDate) => {
    const days = day.until(today).days;
    return days >= 0 && days < OPEN_DAYS;
  };
  if (isSince(yearAfter(pair.startedOn))) return 12;
  if (pair.state === 'completed') return isSince(pair.endsOn) ? 6 : null;
  return pair.state === 'active' && monthsOver(pair, today) === 3 ? 3 : null;
}

const yearAfter = (day: Temporal.PlainDate) => day.add({ years: 1 });

/** On which days a pair has begun whose two are asked a year later, as it is now: after the first, up to the last. */
export function begunAYearAgo(today: Temporal.PlainDate): {
  readonly after: Temporal.PlainDate;
  readonly upTo: Temporal.PlainDate;
} {
  const upTo = today.subtract({ years: 1 });
  return { after: upTo.subtract({ days: OPEN_DAYS }), upTo };
}

/** How lonely people were before, and are after so many months, on average of those who answered both times. */
export interface LonelinessMean {
  readonly month: MonthInPair;
  readonly people: number;
  readonly before: number;
  readonly after: number;
  /** The mean change lies within this of what it is, with 95 %. */
  readonly giveOrTake: number;
}

/** Fewer could point at somebody. */
const LEAST = 5;
const NORMAL_95 = 1.96;

/** @param changes of each month, what those who answered both times summed up to before and after */
export function meansOf(
  changes: ReadonlyMap<MonthInPair, readonly (readonly [before: number, after: number])[]>,
): LonelinessMean[] {
  return [...changes].flatMap(([month, pairs]) => {
    if (pairs.length < LEAST) return [];
    const people = pairs.length;
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / people;
    const change = mean(pairs.map(([before, after]) => after - before));
    const squares = pairs.map(([before, after]) => (after - before - change) ** 2);
    const deviation = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / (people - 1));
    return {
      month,
      people,
      before: mean(pairs.map(([before]) => before)),
      after: mean(pairs.map(([, after]) => after)),
      giveOrTake: (NORMAL_95 * deviation) / Math.sqrt(people),
    };
  });
}
