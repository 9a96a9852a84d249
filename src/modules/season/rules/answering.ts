import type { Helpline } from '../../../japanese/helplines/helplines.ts';
import { isBusinessDay, isHoliday } from '../../../japanese/holidays.ts';

/** `unsure`: nobody has said what happens on such a day, so whoever counts on it calls first. */
export type Answering = 'open' | 'shut' | 'unsure';

/** Days off of the State and of wards and cities by law: 29 December to 3 January. */
const OFFICIAL = { from: '12-29', to: '01-03' };
/** Banks are shut by law from 31 December to 3 January. */
const OF_BANKS = { from: '12-31', to: '01-03' };
const WEEKEND = [6, 7];
const WHOLE_WEEK = 7;

const isOpen = (day: Temporal.PlainDate, period: { readonly from: string; readonly to: string }) =>
  isBusinessDay(day, {
    closedWeekdays: WEEKEND,
    closedOnHolidays: true,
    yearlyPeriods: [period],
    closedOn: [],
    openOn: [],
  });

export const areOfficesOpen = (day: Temporal.PlainDate): boolean => isOpen(day, OFFICIAL);
export const areBanksOpen = (day: Temporal.PlainDate): boolean => isOpen(day, OF_BANKS);

/** Whether a line answers on a day, as far as we know. A line that says every day means it; weekdays leave New Year open. */
export function answersOn(hours: Helpline['hours'], day: Temporal.PlainDate): Answering {
  if (hours.kind === 'always') return 'open';
  if (hours.kind === 'in_disasters') return 'shut';
  if (hours.kind !== 'weekly') return 'unsure';
  const { weekdays, yearly_closure: closure } = hours;
  if (!weekdays.includes(day.dayOfWeek)) return 'shut';
  if (closure && isIn(day, closure)) return 'shut';
  if (weekdays.length === WHOLE_WEEK) return 'open';
  if (isHoliday(day)) return 'unsure';
  return !closure && isIn(day, OFFICIAL) ? 'unsure' : 'open';
}

function isIn(
  day: Temporal.PlainDate,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  const at = day.toString().slice(-5);
  return from <= to ? from <= at && at <= to : at >= from || at <= to;
}
