import type { Tx } from '../../../platform/database/connect.ts';
import type { Role } from '../../../platform/permissions.ts';
import { listOpenHolders, lockLastOnes } from './store.ts';

/** Roles that somebody always holds: without them nobody could mend anything. */
const OFFICES = ['administrator', 'coordinator'] as const satisfies readonly Role[];
type Office = (typeof OFFICES)[number];

/**
 * The office that would stand empty without somebody; null when they may go. Rivals wait for each other until the
 * transaction ends. The database refuses the same by itself (0105).
 * @param roles those that would end; all they hold when missing
 */
export async function officeLeftEmpty(
  tx: Tx,
  personId: string,
  roles: readonly Role[] = OFFICES,
): Promise<Office | null> {
  for (const office of OFFICES.filter((one) => roles.includes(one))) {
    await lockLastOnes(tx);
    const holders = await listOpenHolders(tx, [office]);
    if (holders.length === 1 && holders[0] === personId) return office;
  }
  return null;
}
