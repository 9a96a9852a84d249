import type { Ticker } from '../../round/ticker.ts';
import type { Candidate } from '../rows.ts';
import { REFUSED } from '../types.ts';
import type { Pool } from './pool.ts';
import { type Falls, fallsSince, gainOf, type Proof } from './proof.ts';
import { findUncovered, findUnderpriced, type Sweep } from './sweep.ts';

/**
 * Finds the candidates outside problem and pool that a proof does not hold against. Each of them was allowed by the
 * margin when the pool was made, with the proof `before`: so only those are looked at whose prices have fallen by
 * the margin together, or whose cover asks for more than it did.
 */
export function missedBeyond(sweep: Sweep, pool: Pool, before: Proof, ticker: Ticker): Candidate[] {
  const { ground, proof } = sweep;
  const falls = fallsSince(before, proof);
  const fallen = [...ground.columns].sort((a, b) => falls.ofVolunteers[b]! - falls.ofVolunteers[a]! || a - b);
  const missed: Candidate[] = [];
  const residents = ground.residents.length;
  for (let row = 0; row < residents; row++) {
    if ((row & 63) === 0) ticker.tick(row / residents);
    if (!ground.residents[row]!.isInPool) continue;
    const take = (column: number, fit: number) => missed.push({ row, column, fit });
    const own = pool.isCut[row] === 1 ? Number.POSITIVE_INFINITY : falls.ofResidents[row]!;
    if (own >= pool.margin) {
      findUncovered(sweep, row, take);
      findUnderpriced(sweep, row, 0, take);
    } else findFallen(sweep, row, fallen, { falls, least: pool.margin - own, take });
  }
  return missed;
}

function findFallen(
  { ground, proof }: Sweep,
  row: number,
  fallen: readonly number[],
  { falls, least, take }: { falls: Falls; least: number; take: (column: number, fit: number) => void },
): void {
  for (const column of fallen) {
    if (falls.ofVolunteers[column]! < least) return;
    const fit = ground.rating.rate(row, column);
    if (fit !== REFUSED && gainOf(proof, row, column, fit) > 0) take(column, fit);
  }
}
