import { daily, dayOf } from '../../../../kits/slots/index.ts';

/** When mails are read: nobody has to answer at night. */
export const WAKES = daily('08:00');
export const SLEEPS = daily('21:00');

/** How many hours of the day people are awake between two instants, in Asia/Tokyo. */
export function wakingHours(from: Temporal.Instant, until: Temporal.Instant): number {
  let hours = 0;
  for (
    let day = dayOf(from);
    Temporal.PlainDate.compare(day, dayOf(until)) <= 0;
    day = day.add({ days: 1 })
  ) {
    const begins = later(WAKES.on(day), from);
    const ends = earlier(SLEEPS.on(day), until);
    hours += Math.max(0, ends.since(begins).total('hours'));
  }
  return hours;
}

/** The instant so many waking hours later. */
export function addWakingHours(from: Temporal.Instant, hours: number): Temporal.Instant {
  let left = hours;
  for (let day = dayOf(from); ; day = day.add({ days: 1 })) {
    const begins = later(WAKES.on(day), from);
    const here = Math.max(0, SLEEPS.on(day).since(begins).total('hours'));
    if (left <= here) return begins.add({ seconds: Math.round(left * 3600) });
    left -= here;
  }
}

export const later = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) > 0 ? a : b;
export const earlier = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;
