import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Role } from '../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { listOpenHolders } from './store.ts';

/** Roles that somebody always holds: without them nobody could mend anything. */
const ALWAYS_HELD = ['administrator', 'coordinator'] as const satisfies readonly Role[];

/**
 * Whether somebody may stop holding a role, or be put out altogether. Rivals wait for each other until the transaction
 * ends. Refuses `last_administrator_stays`, `last_coordinator_stays`; the database refuses the same by itself (0105).
 * @param roles those that would end; all they hold when missing
 */
export async function mayGo(
  tx: Tx,
  personId: string,
  roles: readonly Role[] = ALWAYS_HELD,
): Promise<Outcome<null>> {
  for (const role of ALWAYS_HELD.filter((one) => roles.includes(one))) {
    await sql`select pg_advisory_xact_lock(hashtextextended('people.last ones', 0))`.execute(tx);
    const holders = await listOpenHolders(tx, role);
    if (holders.length === 1 && holders[0] === personId) return refuse(`last_${role}_stays`);
  }
  return accept(null);
}
