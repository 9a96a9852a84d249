import type { DispatchRequest, Volunteer } from '../types.ts';
import { isFreeInWeek, SLOTS_A_DAY, SLOTS_A_WEEK, touchedSlots } from '../weekly.ts';

/** Half hours before 13:00 count as the morning. */
const MORNING_SLOTS = 26;
const FEMALE_HINT = 1 << 14;
const MALE_HINT = 1 << 15;
const EVERY_HALF_DAY = (1 << 14) - 1;

/**
 * Sixteen bits that a volunteer needs for a request: a half day of the week (two for each weekday) in which there
 * is any free time, and the gender. Who lacks a bit cannot fit; who has them all is looked at closely.
 */
export function hintsOfVolunteer({ calendar, gender }: Volunteer): number {
  const genderHint = gender === 'female' ? FEMALE_HINT : gender === 'male' ? MALE_HINT : 0;
  // Added time may lie anywhere.
  if (calendar.exceptions.some(({ isFree }) => isFree)) return EVERY_HALF_DAY | genderHint;
  let hints = genderHint;
  for (let slot = 0; slot < SLOTS_A_WEEK; slot++) {
    if (isFreeInWeek(calendar.weekly, slot)) hints |= halfDay(slot);
  }
  return hints;
}

/** For each possible time the hints that somebody must have. */
export function neededHints({ possibleTimes, genderWish }: DispatchRequest): number[] {
  const genderHint = genderWish === 'female' ? FEMALE_HINT : genderWish === 'male' ? MALE_HINT : 0;
  return possibleTimes.map((time) =>
    touchedSlots(time).reduce((hints, slot) => hints | halfDay(slot), genderHint),
  );
}

function halfDay(slot: number): number {
  const weekday = Math.floor(slot / SLOTS_A_DAY);
  return 1 << (weekday * 2 + (slot % SLOTS_A_DAY < MORNING_SLOTS ? 0 : 1));
}
