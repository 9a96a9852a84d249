import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** How often something may be tried within a fixed window. */
interface RateLimit {
  /** What is counted: a route and an address, a person. */
  readonly subject: string;
  readonly tries: number;
  readonly minutes: number;
}

/**
 * Counts a try within a fixed window of some minutes.
 * @param times for how many tries it counts
 * @returns whether this try is still within the limit
 */
export async function isWithinLimit(
  db: Database,
  limit: RateLimit,
  now: Temporal.Instant,
  times = 1,
): Promise<boolean> {
  const startedAt = Temporal.Instant.fromEpochMilliseconds(windowOf(limit, now) * limit.minutes * 60_000);
  const counted = await db
    .insertInto('platform.rate_windows')
    .values({ subject: limit.subject, started_at: startedAt, tries: times })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'started_at']).doUpdateSet({ tries: sql`rate_windows.tries + ${times}` }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return counted.tries <= limit.tries;
}

/** Seconds until the window ends and tries count anew; at least one. */
export function secondsLeft(limit: RateLimit, now: Temporal.Instant): number {
  const ends = (windowOf(limit, now) + 1) * limit.minutes * 60_000;
  return Math.max(1, Math.ceil((ends - now.epochMilliseconds) / 1000));
}

function windowOf(limit: RateLimit, now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / (limit.minutes * 60_000));
}

/**
 * Whom a network address belongs to, as far as limits go: an IPv4 address, or the first 64 bits of an IPv6 address, of
 * which every household has all the rest to itself (RFC 6177).
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
