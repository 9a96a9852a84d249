import { ROLES, type Role } from '../../../platform/permissions.ts';

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
