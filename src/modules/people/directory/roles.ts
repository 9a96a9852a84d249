import { ROLES, type Role } from '../../../platform/permissions.ts';
import type { HeldRole } from '../types.ts';

/** Roles an administrator grants and ends here; the others come from what somebody does in the house. */
export const GRANTED_ROLES = [
  'coordinator',
  'expert',
  'tutor',
  'treasurer',
  'administrator',
] as const satisfies readonly Role[];

/** Roles by which people are looked up. */
export const SEARCHED_ROLES = ROLES;

/** Whether whoever holds a role reads the records of others: it is given only after a second look. */
export function opensRecords(role: Role): role is 'coordinator' | 'administrator' {
  return role === 'coordinator' || role === 'administrator';
}

/** Whether a role is one that is ended here, and not over yet on a day. */
export function mayEnd(held: HeldRole, today: Temporal.PlainDate): boolean {
  const isOver = held.untilOn !== null && Temporal.PlainDate.compare(held.untilOn, today) <= 0;
  return !isOver && GRANTED_ROLES.some((role) => role === held.role);
}
