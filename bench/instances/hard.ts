import type { RoundProblem } from '../../src/matching/round/types.ts';
import { newRandom } from './random.ts';

/** Fits that provoke the weak spots of assignment solvers; `byvol`, `byres` and `product` happen in real rounds too. */
export type HardKind = 'rand' | 'equal' | 'byvol' | 'byres' | 'product';

export interface HardShape {
  readonly residents: number;
  readonly volunteers: number;
  readonly degree: number;
}

/** A random graph: each resident gets `degree` volunteers, or all of them where there are no more. */
export function makeHard(
  kind: HardKind,
  { residents, volunteers, degree }: HardShape,
  seed = 1,
): RoundProblem {
  const random = newRandom(seed);
  const value: Record<HardKind, (i: number, j: number) => number> = {
    rand: () => Math.floor(random() * 1001),
    equal: () => 500,
    byvol: (_, j) => j % 1001,
    byres: (i) => i % 1001,
    product: (i, j) => Math.floor(1000 * (i / residents) * (j / volunteers)),
  };
  const rowPtr = new Int32Array(residents + 1);
  const column: number[] = [];
  const fit: number[] = [];
  for (let i = 0; i < residents; i++) {
    const picked = new Set<number>();
    if (degree >= volunteers) for (let j = 0; j < volunteers; j++) picked.add(j);
    else while (picked.size < degree) picked.add(Math.floor(random() * volunteers));
    for (const j of picked) {
      column.push(j);
      fit.push(value[kind](i, j));
    }
    rowPtr[i + 1] = column.length;
  }
  return {
    residents,
    volunteers,
    rowPtr,
    column: Int32Array.from(column),
    fit: Int32Array.from(fit),
    capacity: new Int32Array(volunteers).fill(1),
  };
}
