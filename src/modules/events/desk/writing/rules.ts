import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import { dayInJapan } from '../../../people/index.ts';
import { keyOf, type Seats } from '../../seats/rules/seats.ts';

/** A day and a time by the clock there, as one instant. */
export function instantOf(day: Temporal.PlainDate, clock: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: Temporal.PlainTime.from(clock) }).toInstant();
}

/** `13:30` */
export const clockOf = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(TIME_ZONE).toPlainTime().toString({ smallestUnit: 'minute' });

const LAST_MINUTE = '23:59';

/** Registration ends at a time or with its day, and with the beginning at the latest: a day that is null is that one. */
export function closesAt(
  { closesOn, closesTime }: TypedClosing,
  startsAt: Temporal.Instant,
): Temporal.Instant {
  const end = closesOn && instantOf(closesOn, closesTime ?? LAST_MINUTE);
  return end && Temporal.Instant.compare(end, startsAt) < 0 ? end : startsAt;
}

interface TypedClosing {
  readonly closesOn: Temporal.PlainDate | null;
  readonly closesTime: string | null;
}

/** The way back: nothing where registration ends with the beginning. */
export function typedClosing(event: {
  readonly startsAt: Temporal.Instant;
  readonly registrationClosesAt: Temporal.Instant;
}): TypedClosing {
  const at = event.registrationClosesAt;
  if (at.equals(event.startsAt)) return { closesOn: null, closesTime: null };
  const time = clockOf(at);
  return { closesOn: dayInJapan(at), closesTime: time === LAST_MINUTE ? null : time };
}

export const STEPS = ['week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/**
 * When the next of a series begins: a week later, or in the next month on the same one of its weekdays (the second Sunday),
 * on the last where that month has no fifth. By the clock there, the same hour.
 */
export function later(at: Temporal.Instant, step: Step): Temporal.Instant {
  const local = at.toZonedDateTimeISO(TIME_ZONE);
  if (step === 'week') return local.add({ weeks: 1 }).toInstant();
  const first = local.with({ day: 1 }).add({ months: 1 });
  const weeks = Math.ceil(local.day / 7) - 1;
  const day = first.add({ weeks, days: (local.dayOfWeek - first.dayOfWeek + 7) % 7 });
  return (day.month === first.month ? day : day.subtract({ weeks: 1 })).toInstant();
}

/**
 * Kinds of which fewer seats would be there than are taken. What is not counted any more has enough for everybody, but an
 * interpretation that is not held any more has none.
 * @param interpreted the languages that are interpreted from now on
 */
export function fewerThanTaken(
  seats: readonly Seats[],
  wanted: readonly Omit<Seats, 'taken'>[],
  interpreted: readonly string[],
): (Seats & { readonly over: number })[] {
  return seats.flatMap((one) => {
    const isGone = one.kind === 'interpretation' && !interpreted.includes(one.language);
    const left = wanted.find((other) => keyOf(other) === keyOf(one))?.capacity ?? one.capacity;
    const capacity = isGone ? 0 : left;
    const over = one.taken - capacity;
    return capacity < one.capacity && over > 0 ? [{ ...one, capacity, over }] : [];
  });
}
