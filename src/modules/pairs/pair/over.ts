import type { Tx } from '../../../platform/database/connect.ts';
import { callOffIntroduction } from '../introduction/store.ts';
import type { Pair, Side } from '../types.ts';
import { type PairChanges, raiseFallenThrough } from './store.ts';

/**
 * What becomes of a proposal that comes to nothing: its introduction is called off, and whoever did not wish it so is
 * nearer to the next.
 */
export async function fallThrough(
  tx: Tx,
  pair: Pair,
  { for: sides, now }: { readonly for: readonly Side[]; readonly now: Temporal.Instant },
): Promise<{ readonly changes: PairChanges }> {
  await callOffIntroduction(tx, pair.id, now);
  await raiseFallenThrough(
    tx,
    sides.map((side) => applicationOf(pair, side)),
  );
  return { changes: { over_at: now, answer_by: null } };
}

export function applicationOf(pair: Pair, side: Side): string {
  return side === 'volunteer' ? pair.volunteerApplicationId : pair.residentApplicationId;
}

/** The applicant of a side. */
export function personOf(pair: Pair, side: Side): string {
  return side === 'volunteer' ? pair.volunteerId : pair.residentId;
}

export const otherSide = (side: Side): Side => (side === 'volunteer' ? 'resident' : 'volunteer');

/** On which side of a pair somebody is; null for nobody of it. */
export function sideOf(pair: Pair, personId: string | null): Side | null {
  if (personId === pair.volunteerId) return 'volunteer';
  return personId === pair.residentId ? 'resident' : null;
}
