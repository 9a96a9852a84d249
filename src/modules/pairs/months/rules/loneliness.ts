import { type Begun, monthsOver } from './calendar.ts';

/** Before, and so many months after the beginning. */
export const MONTHS_ASKED = [0, 3, 6, 12] as const;
export type MonthAsked = (typeof MONTHS_ASKED)[number];

const YEAR = 12;
/** Asked for so long; then it is no answer about that month any more. */
const OPEN_DAYS = 45;

/**
 * For which month somebody is asked how lonely they are; null for none. Before anything else in the first month; later
 * those alone who answered then: there is nothing to compare otherwise.
 */
export function lonelinessDue(
  pair: Begun & { readonly state: string },
  { today, answered }: { readonly today: Temporal.PlainDate; readonly answered: readonly MonthAsked[] },
): MonthAsked | null {
  const month = monthNow(pair, today);
  if (month === null || answered.includes(month)) return null;
  return month === 0 || answered.includes(0) ? month : null;
}

function monthNow(pair: Begun & { readonly state: string }, today: Temporal.PlainDate): MonthAsked | null {
  const isSince = (day: Temporal.PlainDate) => {
    const days = day.until(today).days;
    return days >= 0 && days < OPEN_DAYS;
  };
  if (isSince(pair.startedOn.add({ months: YEAR }))) return YEAR;
  if (pair.state === 'completed') return isSince(pair.endsOn) ? 6 : null;
  if (pair.state !== 'active') return null;
  const over = monthsOver(pair, today);
  if (over === 0) return 0;
  return over === 3 ? 3 : null;
}

/** How lonely people were before, and are after so many months, on average of those who answered both times. */
export interface LonelinessMean {
  readonly month: Exclude<MonthAsked, 0>;
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
  changes: ReadonlyMap<Exclude<MonthAsked, 0>, readonly (readonly [before: number, after: number])[]>,
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
