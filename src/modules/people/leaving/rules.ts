import { STAFF_ROLES } from '../../../platform/permissions.ts';
import type { HeldRole } from '../types.ts';

/** Whether somebody holds an office on a day: who sees the records of others hands that over before they go. */
export function holdsOffice(roles: readonly HeldRole[], today: Temporal.PlainDate): boolean {
  return roles.some(
    ({ role, untilOn }) =>
      STAFF_ROLES.includes(role) && (untilOn === null || Temporal.PlainDate.compare(untilOn, today) > 0),
  );
}

/** Whether somebody has typed, for the second look, the address they sign in with; their name when they have none. */
export function isTheirs(
  typed: string,
  person: { readonly email: string | null; readonly name: string },
): boolean {
  const expected = person.email ?? person.name;
  return typed.normalize('NFC').trim().toLowerCase() === expected.normalize('NFC').trim().toLowerCase();
}
