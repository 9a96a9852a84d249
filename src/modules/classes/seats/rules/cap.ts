import type { Commitment } from '../../types.ts';

/** One volunteer for every one or two children. */
const CHILDREN_A_TUTOR = 2;
/** Never one adult alone with children. */
const ADULTS_AT_LEAST = 2;

/** What of a commitment counts for seats. */
export type Counted = Pick<Commitment, 'role' | 'state' | 'isVetted'>;

/** How many children may come: the same as the database counts (`classes.keep_cap`). */
export function capOf(room: number, commitments: readonly Counted[]): number {
  const coming = commitments.filter(({ state, isVetted }) => state === 'yes' && isVetted);
  if (coming.length < ADULTS_AT_LEAST) return 0;
  return Math.min(room, CHILDREN_A_TUTOR * coming.filter(({ role }) => role === 'tutor').length);
}
