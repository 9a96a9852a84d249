import type { PossibleTime } from './types.ts';

export const SLOTS_A_DAY = 48;
export const SLOTS_A_WEEK = 336;
export const SLOT_MINUTES = 30;

/** No half hour of the week, in the form of `Calendar.weekly`. */
export const NEVER = '0'.repeat(84);

/**
 * Weekly hours from ranges of half hours.
 * @param ranges weekday 0 Monday to 6 Sunday, slots 0 to 48 with `toSlot` excluded.
 * @returns 84 hex digits; bit `48·weekday + slot`, most significant first, says that the half hour is free.
 * @throws RangeError when a range lies outside its day or is empty.
 */
export function toWeekly(ranges: readonly { weekday: number; fromSlot: number; toSlot: number }[]): string {
  let bits = 0n;
  for (const { weekday, fromSlot, toSlot } of ranges) {
    const isWhole = [weekday, fromSlot, toSlot].every(Number.isInteger);
    if (
      !isWhole ||
      weekday < 0 ||
      weekday > 6 ||
      fromSlot < 0 ||
      toSlot > SLOTS_A_DAY ||
      fromSlot >= toSlot
    ) {
      throw new RangeError('A weekly range needs a weekday from 0 to 6 and slots in order from 0 to 48.');
    }
    for (let slot = fromSlot; slot < toSlot; slot++) {
      bits |= 1n << BigInt(SLOTS_A_WEEK - 1 - (weekday * SLOTS_A_DAY + slot));
    }
  }
  return bits.toString(16).padStart(84, '0');
}

/** Whether half hour `index` (0 to 335 from Monday 0:00) is free in these weekly hours. */
export function isFreeInWeek(weekly: string, index: number): boolean {
  const code = weekly.charCodeAt(index >> 2);
  // '0' to '9' are 48 to 57, 'a' to 'f' 97 to 102.
  const digit = code < 58 ? code - 48 : code - 87;
  return ((digit >> (3 - (index & 3))) & 1) === 1;
}

/**
 * A possible time from its local start, in whole minutes.
 * @param start where the organization is, for example in Asia/Tokyo.
 */
export function toPossibleTime(start: Temporal.ZonedDateTime, durationMinutes: number): PossibleTime {
  return {
    startMinute: Math.floor(start.epochMilliseconds / 60_000),
    durationMinutes,
    weekday: start.dayOfWeek - 1,
    slot: start.hour * 2 + (start.minute >= 30 ? 1 : 0),
  };
}

/** Half hours of the week that a possible time touches, in order; past Sunday midnight it goes on with Monday. */
export function touchedSlots(time: PossibleTime): number[] {
  const first = time.weekday * SLOTS_A_DAY + time.slot;
  const count = Math.ceil((minutesIntoSlot(time) + time.durationMinutes) / SLOT_MINUTES);
  return Array.from({ length: count }, (_, step) => (first + step) % SLOTS_A_WEEK);
}

/** Minutes between the start of the half hour and the start of the time; zones keep to whole half hours. */
export function minutesIntoSlot(time: PossibleTime): number {
  return time.startMinute % SLOT_MINUTES;
}
