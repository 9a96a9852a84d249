import type { Ticker } from '../ticker.ts';
import { type Bids, bidsAt, cheapestPlace, levelBids, repriceObject } from './bids.ts';
import { type FreeKeeper, giveBackDear, KEPT_FREE, keepCheapest, newFreeKeeper } from './free-places.ts';
import { greatestValue, type Holding, type Market } from './market.ts';
import { handOver, roundPrices } from './rounding.ts';
import { chooseTwo, newShortLists, type ShortLists } from './short-lists.ts';

const FIRST_STEP = 0.05;
/** A bid reads its agent's list, and most agents bid hundreds of times: longer lists than elsewhere pay. */
const LONG_LISTS = 3;
const FINER = 5;
const LARGEST_PRICE = 2 ** 52;

/** Units still to be bought, first in, first out. */
interface Queue {
  readonly agents: Int32Array;
  head: number;
  size: number;
}

interface Auction {
  readonly market: Market;
  readonly bids: Bids;
  readonly holder: Int32Array;
  readonly queue: Queue;
  readonly keeper: FreeKeeper;
  /** The value of each taken place for its holder, in units. */
  readonly worth: Float64Array;
  readonly lists: ShortLists;
  readonly scale: number;
  readonly noRival: number;
  /** How many looks at candidates the auction may take. */
  readonly budget: number;
  epsilon: number;
}

function enqueue({ queue }: Auction, agent: number): void {
  let at = queue.head + queue.size++;
  if (at >= queue.agents.length) at -= queue.agents.length;
  queue.agents[at] = agent;
}

/** How an auction begins, and how much it may take. */
export interface Effort {
  readonly looksPerEdge: number;
  /** The first step in points; by default a part of the greatest value, for prices that know nothing yet. */
  readonly firstStep?: number;
}

function startAuction(market: Market, holding: Holding, { looksPerEdge, firstStep }: Effort): Auction {
  const places = market.slotPtr[market.objects]!;
  const scale = places + 2;
  const bids = bidsAt(
    market,
    holding.objectPrice.map((price) => price * scale),
  );
  let units = 0;
  for (let a = 0; a < market.agents; a++) units += market.demand[a]!;
  const greatest = greatestValue(market) * scale;
  const auction: Auction = {
    market,
    bids,
    holder: new Int32Array(places).fill(-1),
    queue: { agents: new Int32Array(units), head: 0, size: 0 },
    keeper: newFreeKeeper(market, bids),
    worth: new Float64Array(places),
    lists: newShortLists(market, LONG_LISTS),
    scale,
    noRival: 2 * greatest,
    budget: looksPerEdge * market.ptr[market.agents]!,
    epsilon: Math.max(1, Math.floor(firstStep === undefined ? greatest * FIRST_STEP : firstStep * scale)),
  };
  for (let a = 0; a < market.agents; a++)
    for (let unit = 0; unit < market.demand[a]!; unit++) enqueue(auction, a);
  return auction;
}

/** Lets every waiting unit bid until none waits; false when the budget is used up. */
function sellAll(auction: Auction): boolean {
  const { market, bids, holder, worth, queue, keeper, lists, epsilon } = auction;
  const offer = { price: bids.price, holder, scale: auction.scale };
  while (queue.size > 0) {
    const agent = queue.agents[queue.head]!;
    queue.head = queue.head + 1 === queue.agents.length ? 0 : queue.head + 1;
    queue.size -= 1;
    const choice = chooseTwo(market, agent, offer, lists);
    const object = choice.first;
    const place = cheapestPlace(market, bids, holder, object);
    const raise = Math.min(choice.firstNet - choice.secondNet, auction.noRival) + epsilon;
    const before = holder[place]!;
    holder[place] = agent;
    worth[place] = choice.firstNet + bids.price[object]!;
    bids.bid[place] = bids.price[object]! + raise;
    repriceObject(market, bids, object);
    if (market.demand[agent]! > 1) {
      levelBids(market, bids, holder, { agent, net: choice.firstNet - raise, scale: auction.scale });
    }
    if (before >= 0) enqueue(auction, before);
    else if (before === KEPT_FREE) {
      keeper.kept -= 1;
      keeper.cheap.push(bids.bid[place]!, place);
    }
    if (lists.looks > auction.budget) return false;
  }
  return true;
}

/**
 * Takes back every place whose holder would not be content with it at the finer step, and lowers the bids of
 * those who stay to what they stand for now.
 */
function releaseDiscontent(auction: Auction): void {
  const { market, bids, holder, worth, keeper, lists, epsilon } = auction;
  const offer = { price: bids.price, holder, scale: auction.scale };
  const places = holder.length;
  for (let place = 0; place < places; place++) {
    const agent = holder[place]!;
    if (agent < 0) continue;
    const object = keeper.objectOf[place]!;
    const choice = chooseTwo(market, agent, offer, lists);
    const other = choice.first === object ? choice.secondNet : choice.firstNet;
    const limit = worth[place]! - other + epsilon;
    if (bids.price[object]! <= limit) {
      bids.bid[place] = Math.min(bids.bid[place]!, limit);
      continue;
    }
    holder[place] = -1;
    enqueue(auction, agent);
  }
}

/** All that is kept free is worth the keeper's highest bid; brings the prices in line with that. */
function settleKept({ market, bids, holder, keeper }: Auction): void {
  let limit = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < holder.length; place++) {
    if (holder[place] === KEPT_FREE) limit = Math.max(limit, bids.bid[place]!);
  }
  for (let place = 0; place < holder.length; place++) {
    if (holder[place] !== KEPT_FREE) continue;
    bids.bid[place] = limit;
    repriceObject(market, bids, keeper.objectOf[place]!);
  }
}

/**
 * Solves a market from scratch by an auction with ever finer steps (epsilon scaling, Bertsekas 1988) down to a
 * step too small to hide an error: values are multiplied by more than the number of places. Free places are
 * bought by a keeper, so that starting prices do not matter; those of `holding` are taken. Returns false, and
 * leaves the holding alone, when it takes more looks at each edge than it may, or leaves exact numbers.
 */
export function auctionByScaling(market: Market, holding: Holding, effort: Effort, ticker: Ticker): boolean {
  const auction = startAuction(market, holding, effort);
  const evict = (agent: number) => enqueue(auction, agent);
  const steps = Math.max(1, Math.log(auction.epsilon) / Math.log(FINER));
  for (let phase = 0; ; phase++) {
    ticker.tick(phase / steps);
    for (;;) {
      if (!sellAll(auction)) return false;
      if (auction.keeper.kept >= auction.keeper.wanted) break;
      keepCheapest(auction, evict);
    }
    if (!auction.bids.price.every((price) => Math.abs(price) < LARGEST_PRICE)) return false;
    if (auction.epsilon === 1) break;
    auction.epsilon = Math.max(1, Math.floor(auction.epsilon / FINER));
    releaseDiscontent(auction);
    giveBackDear(auction);
  }
  settleKept(auction);
  const price = roundPrices(market, auction.bids.price, auction.scale);
  handOver(market, auction.holder, price, holding);
  return true;
}
