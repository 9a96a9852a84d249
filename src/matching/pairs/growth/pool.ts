import type { Ticker } from '../../round/ticker.ts';
import type { Ground } from '../ground.ts';
import type { Candidate, Rows } from '../rows.ts';
import { type Hands, mostFound } from './hands.ts';
import { COVERED, gainOf, type Proof } from './proof.ts';
import type { Search } from './search.ts';

/**
 * The candidates outside the problem that a proof allows by less than a margin, or not at all. Whoever is not in the
 * pool stays allowed as long as the two prices do not fall by the margin.
 */
export interface Pool {
  readonly rows: Rows;
  /** Those that have gone into the problem since. */
  readonly isTaken: Uint8Array;
  /** Residents for whom there may have been more: they are looked at anew each time. */
  readonly isCut: Uint8Array;
}

/** Looks through everybody once. */
export function poolOf(hands: Hands, search: Extract<Search, { kind: 'near' }>, ticker: Ticker): Pool {
  const rows = hands.search(search, ticker);
  const { rowPtr, column } = rows;
  const isCut = Uint8Array.from({ length: rowPtr.length - 1 }, (_, row) =>
    Number(rowPtr[row + 1]! - rowPtr[row]! >= mostFound),
  );
  return { rows, isTaken: new Uint8Array(column.length), isCut };
}

/** Which candidates of the pool go into the problem next. */
export interface Choice {
  /** For each resident at most so many, those who gain most. */
  readonly most: number;
  /** Where somebody gains, others who gain so much less than nothing come with them. */
  readonly slack: number;
}

/** Takes the candidates out of the pool that the proof does not hold against; none when it holds against all of it. */
export function takeMissed(
  { rows, isTaken }: Pool,
  ground: Ground,
  proof: Proof,
  choice: Choice,
): Candidate[] {
  const taken: Candidate[] = [];
  for (let row = 0; row + 1 < rows.rowPtr.length; row++) {
    const found: { at: number; gain: number }[] = [];
    let best = COVERED;
    for (let at = rows.rowPtr[row]!; at < rows.rowPtr[row + 1]!; at++) {
      if (isTaken[at] === 1) continue;
      const gain = gainOf(proof, row, rows.column[at]!, rows.fit[at]!);
      if (gain > -choice.slack) found.push({ at, gain });
      if (gain > best) best = gain;
    }
    if (best <= 0) continue;
    const start = ground.residentKeys[row]! >>> 0;
    const turn = (at: number) => Math.imul(at + start, 0x9e3779b1) >>> 0;
    found.sort((a, b) => (a.gain === b.gain ? turn(a.at) - turn(b.at) : b.gain - a.gain));
    for (const { at } of found.slice(0, choice.most)) {
      isTaken[at] = 1;
      taken.push({ row, column: rows.column[at]!, fit: rows.fit[at]! });
    }
  }
  return taken;
}
