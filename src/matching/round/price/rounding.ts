import { KEPT_FREE } from './free-places.ts';
import { type Holding, type Market, packPlaces, settleAgents } from './market.ts';

/**
 * Turns prices in units of `1 / scale` into whole prices under which every held place is exactly tight.
 *
 * At the end of the auction a holder is content up to one unit: `price(held) <= price(other) + gap + 1`, `gap`
 * being a multiple of `scale`. Rounding down after a shift that no price but one could cross by a single unit
 * keeps the inequality without the 1. Such a shift exists because there are more residues than prices.
 */
export function roundPrices(market: Market, price: Float64Array, scale: number): Float64Array {
  const taken = new Uint8Array(scale);
  for (let o = 0; o < market.objects; o++) {
    if (market.slotPtr[o + 1]! > market.slotPtr[o]!) taken[residue(price[o]!, scale)] = 1;
  }
  const shift = scale - 1 - taken.indexOf(0);
  return price.map((value) => Math.floor((value + shift) / scale));
}

function residue(price: number, scale: number): number {
  return price - Math.floor(price / scale) * scale;
}

/** Lets free places cost nothing, by moving all prices together, and hands the result over to the holding. */
export function handOver(market: Market, holder: Int32Array, price: Float64Array, holding: Holding): void {
  const { objects, slotPtr } = market;
  const keepsFree = new Uint8Array(objects);
  let level = Number.NEGATIVE_INFINITY;
  for (let o = 0; o < objects; o++) {
    for (let place = slotPtr[o]!; place < slotPtr[o + 1]!; place++) {
      if (holder[place] !== KEPT_FREE) continue;
      keepsFree[o] = 1;
      level = Math.max(level, price[o]!);
    }
  }
  const base = Number.isFinite(level) ? level : 0;
  holding.held.fill(0);
  for (let o = 0; o < objects; o++) {
    const isOnMarket = slotPtr[o + 1]! > slotPtr[o]!;
    holding.objectPrice[o] = keepsFree[o] === 1 || !isOnMarket ? 0 : price[o]! - base;
    for (let place = slotPtr[o]!; place < slotPtr[o + 1]!; place++) {
      const agent = holder[place]!;
      holding.holder[place] = Math.max(agent, -1);
      if (agent >= 0) holding.held[agent]! += 1;
    }
  }
  packPlaces(market, holding);
  settleAgents(market, holding);
}
