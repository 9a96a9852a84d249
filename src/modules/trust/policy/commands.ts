import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import type { PolicyStep } from '../types.ts';
import { forceFrom, mayBePolicy } from './rules.ts';
import { insertPolicy, lockPolicy } from './store.ts';

export interface PolicyChange {
  /** In the order in which they are taken. */
  readonly steps: readonly PolicyStep[];
  readonly needsInsurance: boolean;
  readonly validFromOn: Temporal.PlainDate;
  readonly reason: string;
  /** Null: the program. */
  readonly by: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Puts a new version of the policy in force on a day, for everybody: who misses a step under it is no longer asked from
 * then on. What was planned before is dropped. Refuses a day in the past and a policy without any required step.
 * @returns the instant from which it holds
 */
export async function changePolicy(tx: Tx, change: PolicyChange): Promise<Outcome<Temporal.Instant>> {
  const steps = mayBePolicy(change.steps);
  if (!steps.ok) return steps;
  const validFrom = forceFrom(change.validFromOn, change.now);
  if (!validFrom.ok) return validFrom;
  await lockPolicy(tx);
  await insertPolicy(tx, {
    validFrom: validFrom.value,
    needsInsurance: change.needsInsurance,
    madeBy: change.by,
    madeAt: change.now,
    reason: change.reason,
    steps: steps.value,
  });
  return accept(validFrom.value);
}
