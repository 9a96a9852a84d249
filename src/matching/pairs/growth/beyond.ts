import { REFUSED } from '../types.ts';
import { type Falls, fallsSince, gainOf, type Proof } from './proof.ts';
import { findUncovered, findUnderpriced, type Sweep, type Take } from './sweep.ts';

/** A pool, by the proof with which it was made, the residents for whom there were too many, and its margin. */
interface Known {
  readonly before: Proof;
  readonly isCut: Uint8Array;
  readonly margin: number;
}

/**
 * Finds the candidates outside problem and pool that a proof does not hold against. Each of them was allowed by the
 * margin when the pool was made, with the proof `before`: so only those are looked at whose prices have fallen by
 * the margin together, or whose cover asks for more than it did.
 */
export function missedBeyond(
  sweep: Sweep,
  { before, isCut, margin }: Known,
): (row: number, take: Take) => void {
  const { ground, proof } = sweep;
  const falls = fallsSince(before, proof);
  const fallen = [...ground.columns].sort((a, b) => falls.ofVolunteers[b]! - falls.ofVolunteers[a]! || a - b);
  return (row, take) => {
    if (!ground.residents[row]!.isInPool) return;
    const own = isCut[row] === 1 ? Number.POSITIVE_INFINITY : falls.ofResidents[row]!;
    if (own >= margin) {
      findUncovered(sweep, row, take);
      findUnderpriced(sweep, row, 0, take);
    } else findFallen(sweep, row, fallen, { falls, least: margin - own, take });
  };
}

function findFallen(
  { ground, proof }: Sweep,
  row: number,
  fallen: readonly number[],
  { falls, least, take }: { falls: Falls; least: number; take: Take },
): void {
  for (const column of fallen) {
    if (falls.ofVolunteers[column]! < least) return;
    const fit = ground.rating.rate(row, column);
    if (fit !== REFUSED && gainOf(proof, row, column, fit) > 0) take(column, fit);
  }
}
