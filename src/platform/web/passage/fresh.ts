import { dayInJapan } from '../../clock.ts';

const SECONDS = 300;

/**
 * How long what everybody sees the same may be kept elsewhere: five minutes, and never over midnight in Japan, when days left are
 * one fewer and what began or ended is another.
 */
export function freshFor(now: Temporal.Instant): string {
  const midnight = dayInJapan(now).add({ days: 1 }).toZonedDateTime('Asia/Tokyo').toInstant();
  const left = Math.floor((midnight.epochMilliseconds - now.epochMilliseconds) / 1000);
  return `public, max-age=${Math.min(SECONDS, left)}`;
}
