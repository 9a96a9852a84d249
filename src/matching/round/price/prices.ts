import type { Core } from '../core.ts';
import type { Cover } from '../cover/cover.ts';
import type { Ticker } from '../ticker.ts';
import { emptyHolding, type Holding, type Market } from './market.ts';
import { type Face, faceOf, marketOfColumns, marketOfRows } from './markets.ts';
import { followPaths } from './paths.ts';
import { auctionPlainly } from './plain-auction.ts';
import { auctionByScaling } from './scaling-auction.ts';

/** Looks at each edge that shortest paths may take before the scaling auction is tried, and that one in turn. */
const PATHS_PER_EDGE = 30;
const SCALING_PER_EDGE = 1000;

/** The best round within the cover, with prices that prove it. */
export interface Priced {
  readonly columnOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** Solves a market exactly, starting from what is held already. */
function clearMarket(market: Market, holding: Holding, ticker: Ticker): void {
  auctionPlainly(market, holding, ticker.stage(0, 0.3));
  if (followPaths(market, holding, { perEdge: PATHS_PER_EDGE }, ticker.stage(0.3, 0.6))) return;
  if (auctionByScaling(market, holding, SCALING_PER_EDGE, ticker.stage(0.6, 0.9))) return;
  followPaths(market, holding, { perEdge: Number.POSITIVE_INFINITY }, ticker.stage(0.9, 1));
}

/**
 * In the square part everybody is paired and every place is filled, so prices may start anywhere: each column at
 * the most anybody offers. Pairs of the cover that are tight at these prices are held from the start.
 */
function startSquarePart(cover: Cover, market: Market, holding: Holding): void {
  const { ptr, object, value, slotPtr } = market;
  const { objectPrice, holder, held } = holding;
  const isSquare = (row: number) => market.demand[row] === 1 && cover.rowLevel[row] === 1;
  for (let row = 0; row < market.agents; row++) {
    if (!isSquare(row)) continue;
    for (let p = ptr[row]!; p < ptr[row + 1]!; p++) {
      if (value[p]! > objectPrice[object[p]!]!) objectPrice[object[p]!] = value[p]!;
    }
  }
  for (let row = 0; row < market.agents; row++) {
    if (!isSquare(row)) continue;
    let best = Number.NEGATIVE_INFINITY;
    let own = best;
    for (let p = ptr[row]!; p < ptr[row + 1]!; p++) {
      const net = value[p]! - objectPrice[object[p]!]!;
      if (net > best) best = net;
      if (object[p] === cover.columnOf[row]) own = net;
    }
    if (own < best) continue;
    let place = slotPtr[cover.columnOf[row]!]!;
    while (holder[place] !== -1) place++;
    holder[place] = row;
    held[row] = 1;
  }
}

/** Who of the rows that must be paired goes where. */
function pairRows(core: Core, cover: Cover, face: Face, ticker: Ticker): Priced {
  const market = marketOfRows(core, cover, face);
  const holding = emptyHolding(market);
  startSquarePart(cover, market, holding);
  clearMarket(market, holding, ticker);
  const columnOf = new Int32Array(core.rows).fill(-1);
  for (let j = 0; j < core.columns; j++) {
    for (let at = 0; at < holding.used[j]!; at++) columnOf[holding.holder[market.slotPtr[j]! + at]!] = j;
  }
  return { columnOf, rowPrice: holding.agentPrice, columnPrice: holding.objectPrice };
}

/** How far the buyers' prices must rise so that rows which need not be paired can start at 0. */
function leastShift(market: Market, columnPrice: Float64Array): number {
  let shift = 0;
  for (let j = 0; j < market.agents; j++) {
    const end = market.ptr[j + 1]!;
    for (let p = market.ptr[j]!; p < end; p++) {
      if (market.mayStayFree[market.object[p]!] === 1)
        shift = Math.max(shift, market.value[p]! - columnPrice[j]!);
    }
  }
  return shift;
}

/** Fills the places that are left in columns which must be filled; `priced` is brought up to date. */
function fillColumns(core: Core, cover: Cover, face: Face, work: { priced: Priced; ticker: Ticker }): void {
  const { columnOf, rowPrice, columnPrice } = work.priced;
  const market = marketOfColumns(core, cover, face);
  const holding = emptyHolding(market);
  const isTaken = (row: number) => market.slotPtr[row + 1]! > market.slotPtr[row]! && columnOf[row]! >= 0;
  const shift = columnOf.some((_, row) => isTaken(row)) ? leastShift(market, columnPrice) : 0;
  for (let row = 0; row < core.rows; row++) {
    if (!isTaken(row)) continue;
    holding.objectPrice[row] = rowPrice[row]! - shift;
    holding.holder[market.slotPtr[row]!] = columnOf[row]!;
    holding.used[row] = 1;
    holding.held[columnOf[row]!]! += 1;
  }
  clearMarket(market, holding, work.ticker);
  for (let row = 0; row < core.rows; row++) {
    if (market.slotPtr[row + 1] === market.slotPtr[row]) continue;
    columnOf[row] = holding.used[row] === 1 ? holding.holder[market.slotPtr[row]!]! : -1;
    rowPrice[row] = holding.objectPrice[row]!;
  }
  for (let j = 0; j < core.columns; j++) if (cover.level[j]! > 1) columnPrice[j] = holding.agentPrice[j]!;
}

/** Reaches the third aim without giving up the first two, and proves it. */
export function priceRound(core: Core, cover: Cover, ticker: Ticker): Priced {
  const face = faceOf(core, cover);
  const priced = pairRows(core, cover, face, ticker.stage(0, 0.4));
  if (cover.level.some((level) => level > 1)) {
    fillColumns(core, cover, face, { priced, ticker: ticker.stage(0.4, 1) });
  }
  return priced;
}
