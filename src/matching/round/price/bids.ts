import type { Market } from './market.ts';

/**
 * The bids behind the prices: `bid` for each place is the price up to which its holder stays, `price` of an
 * object is the least bid of its places, so that whoever holds a place is content at the object's price.
 */
export interface Bids {
  readonly bid: Float64Array;
  readonly price: Float64Array;
}

/** Every place starts at the price of its object. */
export function bidsAt({ objects, slotPtr }: Market, price: Float64Array): Bids {
  const bid = new Float64Array(slotPtr[objects]!);
  for (let o = 0; o < objects; o++) bid.fill(price[o]!, slotPtr[o]!, slotPtr[o + 1]!);
  return { bid, price };
}

/** The place of an object with the least bid; a free one before a taken one. */
export function cheapestPlace(
  { slotPtr }: Market,
  { bid }: Bids,
  holder: Int32Array,
  object: number,
): number {
  const end = slotPtr[object + 1]!;
  let cheapest = slotPtr[object]!;
  for (let place = cheapest + 1; place < end; place++) {
    const gap = bid[place]! - bid[cheapest]!;
    if (gap < 0 || (gap === 0 && holder[place] === -1 && holder[cheapest] !== -1)) cheapest = place;
  }
  return cheapest;
}

/** Brings the price of an object up to date after one of its bids has changed: its lowest bid. */
export function repriceObject({ slotPtr }: Market, { bid, price }: Bids, object: number): void {
  const end = slotPtr[object + 1]!;
  let least = bid[slotPtr[object]!]!;
  for (let place = slotPtr[object]! + 1; place < end; place++) if (bid[place]! < least) least = bid[place]!;
  price[object] = least;
}

/**
 * An agent with a demand of several bids for all it holds as it did for the last: down to `net` each. Otherwise
 * it would miss what it lost to a low bid more than it likes what it took for a high one.
 */
export function levelBids(market: Market, bids: Bids, holder: Int32Array, level: Level): void {
  const { ptr, object, value, slotPtr } = market;
  const { agent, net, scale } = level;
  for (let p = ptr[agent]!; p < ptr[agent + 1]!; p++) {
    const place = slotPtr[object[p]!]!;
    if (holder[place] !== agent || bids.bid[place]! >= value[p]! * scale - net) continue;
    bids.bid[place] = value[p]! * scale - net;
    repriceObject(market, bids, object[p]!);
  }
}

export interface Level {
  readonly agent: number;
  readonly net: number;
  readonly scale: number;
}
