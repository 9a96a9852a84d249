import type { Role } from '../../../platform/permissions.ts';
import { GROUPS, isMailGroup, type MailGroup } from '../types.ts';

/** What only people in some roles are ever told. */
const ONLY_FOR: Partial<Record<MailGroup, readonly Role[]>> = {
  requests: ['resident'],
  asks: ['volunteer'],
  desk: ['coordinator'],
};

/** The groups that somebody in these roles can turn off and on; safety cannot be turned off. */
export function groupsFor(roles: ReadonlySet<Role>): MailGroup[] {
  return GROUPS.filter(isMailGroup).filter(
    (group) => ONLY_FOR[group]?.some((role) => roles.has(role)) ?? true,
  );
}
