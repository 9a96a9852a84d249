export { type Daily, daily, dayOf, openDaysAfter } from './daily.ts';
export { type Hours, hoursSetting, timeOfDay } from './hours.ts';
export { type Appointment, calendarFile, LAST_SEQUENCE } from './ics.ts';
export { isClosedAt, isWithinHours, minuteOf, type Span, whyClosed } from './opening.ts';
