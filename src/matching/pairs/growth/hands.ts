import type { Ticker } from '../../round/ticker.ts';
import { type Rows, RowsBuilder } from '../rows.ts';
import type { Lookout, Search } from './search.ts';

/** A resident has at most so many; whoever has as many may have more. */
export const mostFound = 2000;

/** Who carries out a search: one thread or several, which find the same. */
export interface Hands {
  /** What is found for each resident. */
  search(search: Search, ticker: Ticker): Rows;
}

/** What was found for the residents from one on. */
export interface Found {
  readonly from: number;
  readonly rows: Rows;
}

/** Looks for everybody in this thread. */
export function oneHand(lookout: Lookout): Hands {
  return {
    search(search, ticker) {
      const next = new Int32Array(1);
      return joined(findInTurn(lookout, search, next, ticker));
    },
  };
}

const residentsInTurn = 64;

/** Looks for the next few residents, again and again, while `next`, from which others may take too, names any. */
export function findInTurn(lookout: Lookout, search: Search, next: Int32Array, ticker: Ticker): Found[] {
  const look = lookout.begin(search);
  const residents = lookout.ground.residents.length;
  const found: Found[] = [];
  for (;;) {
    const from = Atomics.add(next, 0, residentsInTurn);
    if (from >= residents) return found;
    ticker.tick(from / residents);
    const to = Math.min(residents, from + residentsInTurn);
    const rows = new RowsBuilder(to - from);
    for (let row = from; row < to; row++) {
      let count = 0;
      look(row, (column, fit) => {
        if (count++ < mostFound) rows.add(column, fit);
      });
      rows.endRow();
    }
    found.push({ from, rows: rows.toRows() });
  }
}

/** Puts together what was found in turns, whoever found it. */
export function joined(found: readonly Found[]): Rows {
  const inOrder = found.toSorted((a, b) => a.from - b.from);
  const last = inOrder.at(-1);
  const residents = last ? last.from + last.rows.rowPtr.length - 1 : 0;
  const count = inOrder.reduce((sum, { rows }) => sum + rows.column.length, 0);
  const all = {
    rowPtr: new Int32Array(residents + 1),
    column: new Int32Array(count),
    fit: new Int32Array(count),
  };
  let at = 0;
  for (const { from, rows } of inOrder) {
    all.column.set(rows.column, at);
    all.fit.set(rows.fit, at);
    rows.rowPtr.forEach((end, row) => {
      all.rowPtr[from + row] = at + end;
    });
    at += rows.column.length;
  }
  return all;
}
