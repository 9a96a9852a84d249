import type { Market } from './market.ts';

const SHORTEST_ROW = 16;
const MOST_RANKS = 8;

/** What an agent likes best at the present prices, and second best. */
export interface Choice {
  first: number;
  second: number;
  firstNet: number;
  secondNet: number;
}

/** Prices in units of `1 / scale` points, and the holder of each place, so that nobody bids for their own. */
export interface Offer {
  readonly price: Float64Array;
  readonly holder: Int32Array;
  readonly scale: number;
}

/**
 * For each agent some of its candidates, the best ones at its last full look, and a bound on the net value of all
 * the others. While prices only rise the bound stays true: as long as the second best of the list is no worse
 * than the bound, nobody outside the list need be looked at.
 */
export interface ShortLists {
  readonly ptr: Int32Array;
  readonly object: Int32Array;
  readonly value: Int32Array;
  readonly count: Int32Array;
  readonly bound: Float64Array;
  readonly sample: Float64Array;
  readonly choice: Choice;
  looks: number;
}

/**
 * Empty lists, with room for about `times` the root of an agent's candidates: the longer to read, the more seldom to
 * make.
 */
export function newShortLists({ agents, ptr, demand }: Market, times = 2): ShortLists {
  const listPtr = new Int32Array(agents + 1);
  for (let a = 0; a < agents; a++) {
    const degree = ptr[a + 1]! - ptr[a]!;
    const room = degree < SHORTEST_ROW ? 0 : Math.ceil(times * Math.sqrt(degree)) + demand[a]!;
    listPtr[a + 1] = listPtr[a]! + (room < degree ? room : 0);
  }
  return {
    ptr: listPtr,
    object: new Int32Array(listPtr[agents]!),
    value: new Int32Array(listPtr[agents]!),
    count: new Int32Array(agents),
    bound: new Float64Array(agents).fill(Number.POSITIVE_INFINITY),
    sample: new Float64Array(MOST_RANKS),
    choice: { first: -1, second: -1, firstNet: 0, secondNet: 0 },
    looks: 0,
  };
}

/**
 * The two objects with the best `value - price` for `agent`, leaving out what an agent with a demand of several
 * holds already. -1 and minus infinity stand for none. The object returned is the same at every call.
 */
export function chooseTwo(market: Market, agent: number, offer: Offer, lists: ShortLists): Choice {
  const { choice, bound } = lists;
  if (lists.count[agent]! > 0) {
    chooseFromList(market, agent, offer, lists);
    if (choice.secondNet >= bound[agent]!) return choice;
  }
  chooseFromAll(market, agent, offer, lists);
  return choice;
}

function chooseFromList(market: Market, agent: number, offer: Offer, lists: ShortLists): void {
  const { object, value, choice } = lists;
  const { price, scale } = offer;
  const start = lists.ptr[agent]!;
  const end = start + lists.count[agent]!;
  const several = market.demand[agent]! > 1;
  let first = -1;
  let second = -1;
  let firstNet = Number.NEGATIVE_INFINITY;
  let secondNet = Number.NEGATIVE_INFINITY;
  for (let at = start; at < end; at++) {
    const o = object[at]!;
    const net = value[at]! * scale - price[o]!;
    if (net <= secondNet || (several && offer.holder[market.slotPtr[o]!] === agent)) continue;
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
  lists.looks += end - start;
  choice.first = first;
  choice.second = second;
  choice.firstNet = firstNet;
  choice.secondNet = secondNet;
}

/** The same by a full look, which makes the list anew on the way: whatever is no worse than a limit, as far as there is room. */
export function chooseFromAll(market: Market, agent: number, offer: Offer, lists: ShortLists): void {
  const { ptr, object, value } = market;
  const { choice } = lists;
  const { price, scale } = offer;
  const several = market.demand[agent]! > 1;
  const end = ptr[agent + 1]!;
  const full = lists.ptr[agent + 1]!;
  let at = lists.ptr[agent]!;
  const limit = at < full ? limitOf(market, agent, offer, lists) : Number.POSITIVE_INFINITY;
  let bound = Number.NEGATIVE_INFINITY;
  let first = -1;
  let second = -1;
  let firstNet = bound;
  let secondNet = bound;
  for (let p = ptr[agent]!; p < end; p++) {
    const o = object[p]!;
    const net = value[p]! * scale - price[o]!;
    if (net >= limit && at < full) {
      lists.object[at] = o;
      lists.value[at++] = value[p]!;
    } else if (net > bound) bound = net;
    if (net <= secondNet || (several && offer.holder[market.slotPtr[o]!] === agent)) continue;
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
  lists.looks += end - ptr[agent]!;
  lists.count[agent] = at - lists.ptr[agent]!;
  lists.bound[agent] = bound;
  choice.first = first;
  choice.second = second;
  choice.firstNet = firstNet;
  choice.secondNet = secondNet;
}

/** A net value that about two thirds of a list's room exceed, judged by a sample of the candidates. */
function limitOf(market: Market, agent: number, offer: Offer, lists: ShortLists): number {
  const { ptr, object, value } = market;
  const { price, scale } = offer;
  const { sample } = lists;
  const wanted = (lists.ptr[agent + 1]! - lists.ptr[agent]!) * 0.67;
  const ranks = Math.min(MOST_RANKS, Math.max(2, Math.round(wanted / 4)));
  const step = Math.max(1, Math.floor(wanted / ranks));
  sample.fill(Number.NEGATIVE_INFINITY);
  const end = ptr[agent + 1]!;
  for (let p = ptr[agent]!; p < end; p += step) {
    const net = value[p]! * scale - price[object[p]!]!;
    let rank = ranks - 1;
    if (net <= sample[rank]!) continue;
    for (; rank > 0 && sample[rank - 1]! < net; rank--) sample[rank] = sample[rank - 1]!;
    sample[rank] = net;
  }
  return sample[ranks - 1]!;
}
