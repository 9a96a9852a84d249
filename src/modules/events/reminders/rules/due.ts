import { dayOf } from '../../../../kits/slots/index.ts';
import { earlier, later, SLEEPS, WAKES } from '../../seats/rules/waking.ts';

const DAYS_BEFORE = 2;
/** Who reads it in the morning still has time to set out, or to say that they can't come. */
const LEAST = { hours: 3 };

/** When whoever has a seat is reminded: two days before, when people are awake, and on the last morning that leaves three hours. */
export function remindersOf(startsAt: Temporal.Instant): readonly [Temporal.Instant, Temporal.Instant] {
  const day = dayOf(startsAt).subtract({ days: DAYS_BEFORE });
  const sameTime = startsAt.subtract({ hours: DAYS_BEFORE * 24 });
  const awake = earlier(later(sameTime, WAKES.on(day)), SLEEPS.on(day).subtract({ hours: 1 }));
  const sameDay = WAKES.on(dayOf(startsAt));
  const isEnough = Temporal.Instant.compare(sameDay.add(LEAST), startsAt) <= 0;
  return [awake, isEnough ? sameDay : WAKES.before(startsAt)];
}

/** The reminder that is due now: the latest whose time has come; null before the first, at night, and after the start. */
export function reminderDue(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const has = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  const today = dayOf(now);
  if (has(startsAt) || !has(WAKES.on(today)) || has(SLEEPS.on(today))) return null;
  return remindersOf(startsAt).findLast(has) ?? null;
}
