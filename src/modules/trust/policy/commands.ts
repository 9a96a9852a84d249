import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { approvedVolunteerIds } from '../standing/store.ts';
import type { PolicyStep, ProgramPolicy } from '../types.ts';
import { forceFrom, mayBePolicy } from './rules.ts';
import { deletePlannedPolicies, findPolicy, insertPolicy, lockPolicy } from './store.ts';

/** Refused until whoever decides says that they know how many. */
export const POLICY_STOPS_VOLUNTEERS = 'policy_stops_volunteers';

export interface PolicyChange {
  /** In the order in which they are taken. */
  readonly steps: readonly PolicyStep[];
  readonly needsInsurance: boolean;
  /** What programs ask on top; absent: what they ask now. */
  readonly programs?: readonly ProgramPolicy[];
  readonly validFromOn: Temporal.PlainDate;
  readonly reason: string;
  /** How many volunteers may be asked no longer because of it, as whoever decides was told. */
  readonly mayStop: number;
  /** Null: the program. */
  readonly by: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Puts a new version of the policy in force on a day, for everybody: who misses a step under it is no longer asked from
 * then on. What was planned before is dropped. Refuses a day in the past, a policy without any required step, and one that
 * stops more volunteers than `mayStop` (`policy_stops_volunteers`).
 * @returns how many it stops: who could be asked on its first day without it, and cannot with it
 */
export async function changePolicy(tx: Tx, change: PolicyChange): Promise<Outcome<number>> {
  const steps = mayBePolicy(change.steps);
  if (!steps.ok) return steps;
  const validFrom = forceFrom(change.validFromOn, change.now);
  if (!validFrom.ok) return validFrom;
  await lockPolicy(tx);
  await deletePlannedPolicies(tx, change.now);
  const without = await approvedVolunteerIds(tx, validFrom.value);
  await insertPolicy(tx, {
    validFrom: validFrom.value,
    needsInsurance: change.needsInsurance,
    madeBy: change.by,
    madeAt: change.now,
    reason: change.reason,
    steps: steps.value,
    programs: change.programs ?? (await findPolicy(tx, change.now)).programs,
  });
  const stopped = without.difference(await approvedVolunteerIds(tx, validFrom.value)).size;
  return stopped > change.mayStop ? refuse(POLICY_STOPS_VOLUNTEERS, { stopped }) : accept(stopped);
}
