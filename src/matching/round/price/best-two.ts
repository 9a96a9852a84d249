import type { Market } from './market.ts';

/** What an agent likes best at the present prices, and second best. */
export interface Choice {
  first: number;
  second: number;
  firstNet: number;
  secondNet: number;
}

export function newChoice(): Choice {
  return { first: -1, second: -1, firstNet: 0, secondNet: 0 };
}

/** Prices in units of `1 / scale` points, and the holder of each place, so that nobody bids for their own. */
export interface Offer {
  readonly price: Float64Array;
  readonly holder: Int32Array;
  readonly scale: number;
}

/**
 * Writes the two objects with the best `value - price` for `agent` into `choice`, leaving out what an agent with
 * a demand of several holds already. -1 and minus infinity stand for none.
 */
export function chooseTwo(market: Market, agent: number, offer: Offer, choice: Choice): void {
  const { ptr, object, value } = market;
  const { price, scale } = offer;
  if (market.demand[agent]! > 1) {
    chooseTwoMore(market, agent, offer, choice);
    return;
  }
  let first = -1;
  let second = -1;
  let firstNet = Number.NEGATIVE_INFINITY;
  let secondNet = Number.NEGATIVE_INFINITY;
  const end = ptr[agent + 1]!;
  for (let p = ptr[agent]!; p < end; p++) {
    const o = object[p]!;
    const net = value[p]! * scale - price[o]!;
    if (net <= secondNet) continue;
    if (net > firstNet) {
      second = first;
      secondNet = firstNet;
      first = o;
      firstNet = net;
    } else {
      second = o;
      secondNet = net;
    }
  }
  choice.first = first;
  choice.second = second;
  choice.firstNet = firstNet;
  choice.secondNet = secondNet;
}

function chooseTwoMore(market: Market, agent: number, offer: Offer, choice: Choice): void {
  const { ptr, object, value, slotPtr } = market;
  const { price, holder, scale } = offer;
  choice.first = choice.second = -1;
  choice.firstNet = choice.secondNet = Number.NEGATIVE_INFINITY;
  for (let p = ptr[agent]!; p < ptr[agent + 1]!; p++) {
    const o = object[p]!;
    if (holder[slotPtr[o]!] === agent) continue;
    const net = value[p]! * scale - price[o]!;
    if (net <= choice.secondNet) continue;
    if (net > choice.firstNet) {
      choice.second = choice.first;
      choice.secondNet = choice.firstNet;
      choice.first = o;
      choice.firstNet = net;
    } else {
      choice.second = o;
      choice.secondNet = net;
    }
  }
}
