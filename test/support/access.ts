import type { Access } from '../../src/platform/permissions.ts';

/** Who may, in words: `everyone`, or roles and relations side by side. */
export function tellAccess(access: Access): string {
  if (typeof access === 'string') return access;
  return access.map((grant) => (typeof grant === 'string' ? grant : `its ${grant.name}`)).join(', ');
}
