import type { NewsGroup } from '../../../platform/news.ts';
import type { Role } from '../../../platform/permissions.ts';

/** Those of the groups that somebody in these roles is ever told of. */
export function groupsFor(groups: readonly NewsGroup[], held: ReadonlySet<Role>): readonly NewsGroup[] {
  return groups.filter(({ roles }) => roles?.some((role) => held.has(role)) ?? true);
}
