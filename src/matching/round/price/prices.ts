import type { Core } from '../core.ts';
import type { Cover } from '../cover/cover.ts';
import type { Ticker } from '../ticker.ts';
import { auctionFromLevel, isLevel, startSquarePart } from './level.ts';
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

/** Where the plain auction has left more than a third without, everybody wants the same, and paths grow long. */
function isFarFromDone({ demand }: Market, { held }: Holding): boolean {
  let [wanted, missing] = [0, 0];
  for (let a = 0; a < demand.length; a++) {
    wanted += demand[a]!;
    missing += demand[a]! - held[a]!;
  }
  return 3 * missing > wanted;
}

/** Solves a market exactly, starting from what is held already. */
function clearMarket(market: Market, holding: Holding, ticker: Ticker): void {
  if (isLevel(market) && auctionFromLevel(market, holding, ticker)) return;
  auctionPlainly(market, holding, ticker.stage(0, 0.3));
  const isWorthPaths = !isFarFromDone(market, holding);
  if (isWorthPaths && followPaths(market, holding, { perEdge: PATHS_PER_EDGE }, ticker.stage(0.3, 0.6)))
    return;
  if (auctionByScaling(market, holding, { looksPerEdge: SCALING_PER_EDGE }, ticker.stage(0.6, 0.9))) return;
  followPaths(market, holding, { perEdge: Number.POSITIVE_INFINITY }, ticker.stage(0.9, 1));
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
