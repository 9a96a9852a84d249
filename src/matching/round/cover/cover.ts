import type { Core } from '../core.ts';
import type { Ticker } from '../ticker.ts';
import { coverTheRest, exchangeByUrgency } from './exchange.ts';
import { pairGreedily } from './greedy.ts';
import { pairTheMost } from './push-relabel.ts';
import { emptyPlaces, type RowsOfColumns, rowsOfColumns } from './sides.ts';

/** A largest and most urgent set of pairs, with the cover that proves it (see README.md, first two aims). */
export interface Cover {
  /** The column of each row, -1 when left over. */
  readonly columnOf: Int32Array;
  /** Cover of each column. */
  readonly level: Int32Array;
  /** Least cover among a row's columns; -1 for a row without columns. */
  readonly rowLevel: Int32Array;
  /** The edges by column, which the third aim reads again. */
  readonly sides: RowsOfColumns;
}

/** Reaches the first two aims, and proves them. */
export function coverRound(core: Core, ticker: Ticker): Cover {
  const sides = rowsOfColumns(core);
  const places = emptyPlaces(core, sides);
  const waiting = pairGreedily(core, sides, places);
  ticker.tick(0.2);
  pairTheMost(core, sides, { places, waiting, ticker: ticker.stage(0.2, 0.7) });
  const level = exchangeByUrgency(core, places, ticker.stage(0.7, 0.9));
  coverTheRest(sides, places, level);
  const rowLevel = new Int32Array(core.rows).fill(-1);
  for (let row = 0; row < core.rows; row++) {
    const held = places.columnOf[row]!;
    rowLevel[row] = held >= 0 ? level[held]! : leastLevel(core, level, row);
  }
  return { columnOf: places.columnOf, level, rowLevel, sides };
}

function leastLevel({ rowPtr, column }: Core, level: Int32Array, row: number): number {
  let least = -1;
  for (let p = rowPtr[row]!; p < rowPtr[row + 1]!; p++) {
    const own = level[column[p]!]!;
    if (least < 0 || own < least) least = own;
  }
  return least;
}
