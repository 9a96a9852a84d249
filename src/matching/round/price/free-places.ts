import { type Bids, repriceObject } from './bids.ts';
import { MinHeap } from './heap.ts';
import type { Market } from './market.ts';

/** Stands in `holder` for a place that is to stay free. */
export const KEPT_FREE = -2;

/**
 * The keeper of free places: a bidder that takes the cheapest places off the market, exactly as many as have to
 * stay free in the end. With it everything on the market is taken, and prices may start anywhere.
 */
export interface FreeKeeper {
  readonly objectOf: Int32Array;
  /** Places that may be kept free and are not, by a lower bound of their bid. */
  readonly cheap: MinHeap;
  readonly wanted: number;
  kept: number;
}

export function newFreeKeeper(market: Market, bids: Bids): FreeKeeper {
  const { agents, objects, slotPtr, demand, mayStayFree } = market;
  const places = slotPtr[objects]!;
  const objectOf = new Int32Array(places);
  const cheap = new MinHeap();
  for (let o = 0; o < objects; o++) {
    for (let place = slotPtr[o]!; place < slotPtr[o + 1]!; place++) {
      objectOf[place] = o;
      if (mayStayFree[o] === 1) cheap.push(bids.bid[place]!, place);
    }
  }
  let wanted = places;
  for (let a = 0; a < agents; a++) wanted -= demand[a]!;
  return { objectOf, cheap, wanted, kept: 0 };
}

/** The cheapest place that is not kept, taken off the heap; -1 when there is none. */
function popCheapest({ cheap }: FreeKeeper, { bid }: Bids, holder: Int32Array): number {
  while (cheap.size > 0) {
    const key = cheap.topKey;
    const place = cheap.pop();
    if (holder[place] === KEPT_FREE) continue;
    if (bid[place]! <= key) return place;
    cheap.push(bid[place]!, place);
  }
  return -1;
}

/**
 * The keeper takes as many of the cheapest places as it lacks, at the price of the next cheapest and a step of
 * `epsilon`. Calls `evict` for each agent who loses a place.
 */
export function keepCheapest(auction: KeeperRun, evict: (agent: number) => void): void {
  const { market, bids, holder, keeper, epsilon } = auction;
  const taken: number[] = [];
  let limit = 0;
  while (taken.length < keeper.wanted - keeper.kept) {
    const place = popCheapest(keeper, bids, holder);
    if (place < 0) throw new Error('too few places may stay free: the cover is wrong');
    limit = bids.bid[place]!;
    taken.push(place);
  }
  const next = popCheapest(keeper, bids, holder);
  if (next >= 0) {
    limit = bids.bid[next]!;
    keeper.cheap.push(limit, next);
  }
  for (const place of taken) {
    const before = holder[place]!;
    holder[place] = KEPT_FREE;
    bids.bid[place] = limit + epsilon;
    repriceObject(market, bids, keeper.objectOf[place]!);
    if (before >= 0) evict(before);
  }
  keeper.kept += taken.length;
}

export interface KeeperRun {
  readonly market: Market;
  readonly bids: Bids;
  readonly holder: Int32Array;
  readonly keeper: FreeKeeper;
  readonly epsilon: number;
}

/**
 * Before a finer phase: gives back what the keeper would not take again at the finer step, and lowers the bids
 * for what it keeps to what they stand for now.
 */
export function giveBackDear({ market, bids, holder, keeper, epsilon }: KeeperRun): void {
  const { cheap, objectOf } = keeper;
  let cheapest = Number.POSITIVE_INFINITY;
  for (let place = 0; place < holder.length; place++) {
    if (holder[place] === KEPT_FREE || market.mayStayFree[objectOf[place]!] === 0) continue;
    cheapest = Math.min(cheapest, bids.bid[place]!);
  }
  cheap.clear();
  for (let place = 0; place < holder.length; place++) {
    const object = objectOf[place]!;
    if (holder[place] === KEPT_FREE) {
      if (bids.price[object]! <= cheapest + epsilon) {
        bids.bid[place] = Math.min(bids.bid[place]!, cheapest + epsilon);
        continue;
      }
      holder[place] = -1;
      keeper.kept -= 1;
    }
    if (market.mayStayFree[object] === 1) cheap.push(bids.bid[place]!, place);
  }
}
