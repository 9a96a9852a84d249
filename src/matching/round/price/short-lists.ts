import { type Choice, chooseTwo, type Offer } from './best-two.ts';
import { MinHeap } from './heap.ts';
import type { Market } from './market.ts';

const LONG_ROW = 96;
const SHORT = 64;

/**
 * For agents with many candidates, the few that were best at the last full look, and a bound on all the others.
 * Prices only rise during an auction, so the bound stays true: while the second best of the list is no worse
 * than the bound, nobody outside the list need be looked at.
 */
export interface ShortLists {
  readonly ptr: Int32Array;
  readonly edge: Int32Array;
  readonly count: Int32Array;
  readonly bound: Float64Array;
  readonly heap: MinHeap;
  looks: number;
}

export function newShortLists({ agents, ptr, demand }: Market): ShortLists {
  const listPtr = new Int32Array(agents + 1);
  for (let a = 0; a < agents; a++) {
    const degree = ptr[a + 1]! - ptr[a]!;
    const length = SHORT + demand[a]!;
    listPtr[a + 1] = listPtr[a]! + (degree >= LONG_ROW && length < degree / 2 ? length : 0);
  }
  return {
    ptr: listPtr,
    edge: new Int32Array(listPtr[agents]!),
    count: new Int32Array(agents),
    bound: new Float64Array(agents).fill(Number.POSITIVE_INFINITY),
    heap: new MinHeap(),
    looks: 0,
  };
}

/** The same as `chooseTwo`, by the short list where there is one. */
export function chooseShortly(market: Market, agent: number, offer: Offer, run: ListedChoice): void {
  const { lists, choice } = run;
  const isShort = lists.ptr[agent + 1]! > lists.ptr[agent]!;
  if (!isShort) {
    lists.looks += market.ptr[agent + 1]! - market.ptr[agent]!;
    chooseTwo(market, agent, offer, choice);
    return;
  }
  chooseFromList(market, agent, offer, run);
  if (choice.secondNet >= lists.bound[agent]!) return;
  rebuild(market, agent, offer, lists);
  chooseFromList(market, agent, offer, run);
}

export interface ListedChoice {
  readonly lists: ShortLists;
  readonly choice: Choice;
}

function chooseFromList(market: Market, agent: number, offer: Offer, { lists, choice }: ListedChoice): void {
  const { object, value, slotPtr } = market;
  const { price, holder, scale } = offer;
  const start = lists.ptr[agent]!;
  const end = start + lists.count[agent]!;
  lists.looks += end - start;
  choice.first = choice.second = -1;
  choice.firstNet = choice.secondNet = Number.NEGATIVE_INFINITY;
  for (let at = start; at < end; at++) {
    const p = lists.edge[at]!;
    const o = object[p]!;
    const net = value[p]! * scale - price[o]!;
    if (net <= choice.secondNet || (market.demand[agent]! > 1 && holder[slotPtr[o]!] === agent)) continue;
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

function rebuild(market: Market, agent: number, offer: Offer, lists: ShortLists): void {
  const { ptr, object, value } = market;
  const { price, scale } = offer;
  const { heap } = lists;
  const start = lists.ptr[agent]!;
  const room = lists.ptr[agent + 1]! - start;
  const end = ptr[agent + 1]!;
  lists.looks += end - ptr[agent]!;
  heap.clear();
  let bound = Number.NEGATIVE_INFINITY;
  // Rows often come sorted by value; in a scattered order few candidates enter the list only to leave it again.
  const degree = end - ptr[agent]!;
  const stride = strideFor(degree);
  let least = Number.NEGATIVE_INFINITY;
  for (let step = 0, p = ptr[agent]!; step < degree; step++) {
    const net = value[p]! * scale - price[object[p]!]!;
    if (step < room) heap.push(net, p);
    else if (net > least) {
      bound = least;
      heap.pop();
      heap.push(net, p);
    } else if (net > bound) bound = net;
    if (step >= room - 1) least = heap.topKey;
    p += stride;
    if (p >= end) p -= degree;
  }
  lists.bound[agent] = bound;
  lists.count[agent] = heap.size;
  for (let at = start; heap.size > 0; at++) lists.edge[at] = heap.pop();
}

/** A step that visits every place of a ring of `length` once, about the golden section of it. */
function strideFor(length: number): number {
  let stride = Math.max(1, Math.round(length * 0.618));
  while (greatestCommonDivisor(stride, length) > 1) stride += 1;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
