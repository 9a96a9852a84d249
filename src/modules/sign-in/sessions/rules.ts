import { dayInJapan } from '../../../platform/clock.ts';
import { type Role, STAFF_ROLES } from '../../../platform/permissions.ts';

/** How long a session lasts, in hours: without anybody using it, and at the most. */
export interface Limit {
  readonly idle: number;
  readonly most: number;
}

export interface Limits {
  readonly staff: Limit;
  readonly others: Limit;
}

/** Staff see other people's records: a working day without use, a day and a night at the most. */
export const USUAL_LIMITS: Limits = {
  staff: { idle: 8, most: 24 },
  others: { idle: 30 * 24, most: 180 * 24 },
};

/** The limit for somebody with these roles today, whatever they were when the session began. */
export function limitFor(limits: Limits, roles: ReadonlySet<Role>): Limit {
  return STAFF_ROLES.some((role) => roles.has(role)) ? limits.staff : limits.others;
}

/** Whether a session has run out. */
export function isOver(
  session: { readonly createdAt: Temporal.Instant; readonly lastSeenAt: Temporal.Instant },
  limit: Limit,
  now: Temporal.Instant,
): boolean {
  return (
    now.epochMilliseconds >= session.lastSeenAt.epochMilliseconds + limit.idle * 3_600_000 ||
    now.epochMilliseconds >= session.createdAt.epochMilliseconds + limit.most * 3_600_000
  );
}

/** The day in the organization's time zone, on which roles hold. */
export function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return dayInJapan(now);
}
