import { NEVER, SLOT_MINUTES, SLOTS_A_DAY } from '../dispatch/weekly.ts';

/** Monday is 0 and Sunday 6, as in `Calendar.weekly`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

const digitsInDay = SLOTS_A_DAY / 4;

/** Counts the minutes of the week in which both are free; both in the form of `Calendar.weekly`. */
export function commonMinutes(a: string, b: string): number {
  let slots = 0;
  for (let at = 0; at < NEVER.length; at++) slots += bitCount[commonDigit(a, b, at)]!;
  return slots * SLOT_MINUTES;
}

/** Lists the days on which both are free, Monday first. */
export function commonDays(a: string, b: string): Weekday[] {
  return weekdays.filter((day) => {
    for (let at = day * digitsInDay; at < (day + 1) * digitsInDay; at++)
      if (commonDigit(a, b, at) !== 0) return true;
    return false;
  });
}

/** Returns the week in which whatever is free in one of the two is free. */
export function eitherWeek(a: string, b: string): string {
  let week = '';
  for (let at = 0; at < NEVER.length; at++) week += (digitOf(a, at) | digitOf(b, at)).toString(16);
  return week;
}

/** Says whether the text is a week: 84 hex digits, one bit for each half hour from Monday 0:00. */
export function isWeek(text: string): boolean {
  return /^[0-9a-f]{84}$/.test(text);
}

const bitCount = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

function commonDigit(a: string, b: string, at: number): number {
  return digitOf(a, at) & digitOf(b, at);
}

/** Reads one lower-case hex digit; from the character code, because this runs for every candidate of a city. */
function digitOf(week: string, at: number): number {
  const code = week.charCodeAt(at);
  return code <= 57 ? code - 48 : code - 87;
}
