import { SLOTS_A_DAY } from '../weekly.ts';

const FIRST_HOUR = 8;
const HOURS_A_DAY = 10;
const DAYS_A_WORD = 3;

/** Every hour: for somebody whose free time does not follow the week. */
export const EVERY_HOUR = -1;

/** Two words: Monday to Wednesday and Thursday to Saturday, ten hours from 8:00 each day, from the lowest bit. */
export type Hours = { early: number; late: number };

/** The hours in which at least one of these half hours of the week lies; evenings and Sundays are left out. */
export function hoursTouched(slots: Iterable<number>): Hours {
  const hours = { early: 0, late: 0 };
  for (const slot of slots) {
    const weekday = Math.floor(slot / SLOTS_A_DAY);
    const hour = Math.floor((slot % SLOTS_A_DAY) / 2) - FIRST_HOUR;
    if (hour < 0 || hour >= HOURS_A_DAY || weekday >= 2 * DAYS_A_WORD) continue;
    const bit = 1 << ((weekday % DAYS_A_WORD) * HOURS_A_DAY + hour);
    if (weekday < DAYS_A_WORD) hours.early |= bit;
    else hours.late |= bit;
  }
  return hours;
}
