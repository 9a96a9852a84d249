export { type Daily, daily, dayOf, openDaysAfter } from './daily.ts';
export { type Hours, hoursSetting, timeOfDay } from './hours.ts';
export { type Appointment, calendarFile, LAST_SEQUENCE } from './ics.ts';
export { bookSlot, freeSlots, offerSlots } from './offered/commands.ts';
export { slotsModule } from './offered/module.tsx';
export { listOpenSlots, type Slot } from './offered/store.ts';
export { isClosedAt, isWithinHours, minuteOf, type Span, whyClosed } from './opening.ts';
export { slotsPaths } from './paths.ts';
