import type { Ticker } from '../../round/ticker.ts';
import type { Ground } from '../ground.ts';
import { type Candidate, type Rows, RowsBuilder } from '../rows.ts';
import { COVERED, gainOf, type Proof } from './proof.ts';
import { findUncovered, findUnderpriced, type Sweep } from './sweep.ts';

/** A resident has at most so many in the pool; whoever has more is looked at anew each time. */
const mostInPool = 2000;

/**
 * The candidates outside the problem that a proof allows by less than a margin, or not at all. Whoever is not in the
 * pool stays allowed as long as the two prices do not fall by the margin.
 */
export interface Pool {
  readonly rows: Rows;
  /** Those that have gone into the problem since. */
  readonly isTaken: Uint8Array;
  /** Residents for whom there were too many. */
  readonly isCut: Uint8Array;
  readonly margin: number;
}

/** How near to being missed a candidate has to be for the pool. */
export interface Near {
  readonly margin: number;
  readonly ticker: Ticker;
}

/** Looks through everybody once. `kept` are the candidates in the problem. */
export function poolOf(sweep: Sweep, kept: Rows, { margin, ticker }: Near): Pool {
  const { residents, volunteers } = sweep.ground;
  const isCut = new Uint8Array(residents.length);
  const rows = new RowsBuilder(residents.length);
  const keptBy = new Int32Array(volunteers.length).fill(-1);
  for (let row = 0; row < residents.length; row++) {
    if ((row & 63) === 0) ticker.tick(row / residents.length);
    for (let at = kept.rowPtr[row]!; at < kept.rowPtr[row + 1]!; at++) keptBy[kept.column[at]!] = row;
    let count = 0;
    const take = (column: number, fit: number) => {
      if (keptBy[column] === row) return;
      if (count++ < mostInPool) rows.add(column, fit);
      else isCut[row] = 1;
    };
    if (residents[row]!.isInPool) {
      findUncovered(sweep, row, take);
      findUnderpriced(sweep, row, margin, take);
    }
    rows.endRow();
  }
  const all = rows.toRows();
  return { rows: all, isTaken: new Uint8Array(all.column.length), isCut, margin };
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
