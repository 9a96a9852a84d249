import type { Cover } from '../cover/cover.ts';
import type { Ticker } from '../ticker.ts';
import type { Holding, Market } from './market.ts';
import { auctionByScaling } from './scaling-auction.ts';

/** Looks at each edge that an auction from level prices may take. */
const LEVEL_PER_EDGE = 20;

/** For each object the most that anybody offers, if the agent counts. */
function levelPrices(
  { agents, objects, ptr, object, value }: Market,
  counts: (agent: number) => boolean,
): Float64Array {
  const level = new Float64Array(objects);
  for (let a = 0; a < agents; a++) {
    const end = counts(a) ? ptr[a + 1]! : 0;
    for (let p = ptr[a]!; p < end; p++) if (value[p]! > level[object[p]!]!) level[object[p]!] = value[p]!;
  }
  return level;
}

/** Do most agents offer for an object what all others offer, so that hardly anything but the object counts? */
export function isLevel(market: Market): boolean {
  const level = levelPrices(market, () => true);
  const edges = market.ptr[market.agents]!;
  let tight = 0;
  for (let p = 0; p < edges; p++) if (market.value[p]! === level[market.object[p]!]!) tight++;
  return 2 * tight > edges;
}

/**
 * Solves a market in which hardly anything but the object counts. From low prices all agents would outbid each other
 * for the best objects step by step; at the most anybody offers all objects are worth the same to them, and only who
 * stays free is to be found, by the finest steps. False, and the holding left alone, where that takes long.
 */
export function auctionFromLevel(market: Market, holding: Holding, ticker: Ticker): boolean {
  const before = holding.objectPrice.slice();
  holding.objectPrice.set(levelPrices(market, () => true));
  if (auctionByScaling(market, holding, { looksPerEdge: LEVEL_PER_EDGE, firstStep: 0 }, ticker)) return true;
  holding.objectPrice.set(before);
  return false;
}

/**
 * In the square part everybody is paired and every place is filled, so prices may start anywhere: each column at
 * the most anybody offers, or at nothing, whichever leaves more pairs of the cover tight. Those are held from the
 * start.
 */
export function startSquarePart(cover: Cover, market: Market, holding: Holding): void {
  const { agents, demand, slotPtr } = market;
  const isSquare = (row: number) => demand[row] === 1 && cover.rowLevel[row] === 1;
  const level = levelPrices(market, isSquare);
  const nothing = new Float64Array(level.length);
  const tightAt = (price: Float64Array) => {
    const tight: number[] = [];
    for (let row = 0; row < agents; row++)
      if (isSquare(row) && isTight(market, price, row, cover.columnOf[row]!)) tight.push(row);
    return tight;
  };
  const [atLevel, atNothing] = [tightAt(level), tightAt(nothing)];
  if (atLevel.length >= atNothing.length) holding.objectPrice.set(level);
  for (const row of atLevel.length >= atNothing.length ? atLevel : atNothing) {
    let place = slotPtr[cover.columnOf[row]!]!;
    while (holding.holder[place] !== -1) place++;
    holding.holder[place] = row;
    holding.held[row] = 1;
  }
}

/** Is no object worth more to the agent than this one? */
function isTight({ ptr, object, value }: Market, price: Float64Array, agent: number, own: number): boolean {
  let [best, ownNet] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let p = ptr[agent]!; p < ptr[agent + 1]!; p++) {
    const net = value[p]! - price[object[p]!]!;
    if (net > best) best = net;
    if (object[p] === own) ownNet = net;
  }
  return ownNet >= best;
}
