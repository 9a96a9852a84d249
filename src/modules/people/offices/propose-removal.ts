import type { Tx } from '../../../platform/database/connect.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { type Proposing, proposeStaffAct } from './commands.ts';
import { isStaff } from './store.ts';

/**
 * Proposes to take the means of signing in away from one of the staff, which takes two.
 * @returns null for anybody else; refused: `staff_act_waits_already`
 */
export async function proposeRemoval(
  tx: Tx,
  { personId, ...proposing }: Proposing & { readonly personId: string },
): Promise<Outcome<string> | null> {
  if (!(await isStaff(tx, personId))) return null;
  return proposeStaffAct(tx, { kind: 'remove_factors', personId, detail: '' }, proposing);
}
