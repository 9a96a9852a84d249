import { MAX_FIT } from '../types.ts';
import type { Holding, Market } from './market.ts';
import type { ShortLists } from './short-lists.ts';

interface Run {
  readonly market: Market;
  readonly holding: Holding;
  readonly lists: ShortLists;
}

function isHeldBy(agent: number, object: number, { market, holding }: Run): boolean {
  const end = market.slotPtr[object]! + holding.used[object]!;
  for (let place = market.slotPtr[object]!; place < end; place++) {
    if (holding.holder[place] === agent) return true;
  }
  return false;
}

/** How much dearer all that an agent holds may become before it likes something else as much. */
function roomOf(agent: number, run: Run): number {
  const { market, lists, holding } = run;
  const isListed = lists.ptr[agent + 1]! > lists.ptr[agent]!;
  const { object, value } = isListed ? lists : market;
  const start = isListed ? lists.ptr[agent]! : market.ptr[agent]!;
  const end = isListed ? start + lists.count[agent]! : market.ptr[agent + 1]!;
  const own = holding.agentPrice[agent]!;
  let best = isListed ? lists.bound[agent]! : Number.NEGATIVE_INFINITY;
  for (let at = start; at < end && best < own; at++) {
    const net = value[at]! - holding.objectPrice[object[at]!]!;
    if (net > best && (net < own || !isHeldBy(agent, object[at]!, run))) best = net;
  }
  // Whoever has nothing else would raise the price without end.
  return Math.min(own - best, MAX_FIT + 1);
}

/**
 * All that an agent with a demand of several holds. With room for a raise, nothing of it is beyond the bound, and what is
 * worth as much to the agent as what it holds is what it holds.
 */
function raiseAllOf(agent: number, room: number, run: Run): void {
  const { market, lists, holding } = run;
  const { agentPrice, objectPrice } = holding;
  const isListed = lists.ptr[agent + 1]! > lists.ptr[agent]!;
  const { object, value } = isListed ? lists : market;
  const start = isListed ? lists.ptr[agent]! : market.ptr[agent]!;
  const end = isListed ? start + lists.count[agent]! : market.ptr[agent + 1]!;
  for (let at = start; at < end; at++) {
    const o = object[at]!;
    if (value[at]! - objectPrice[o]! === agentPrice[agent]) objectPrice[o]! += room;
  }
  agentPrice[agent]! -= room;
}

/**
 * Raises the price of an object without free places as far as all its holders stay. The holding stays optimal, and
 * a later search that would have to go through it learns sooner that this way is dear.
 */
export function raiseObject(object: number, run: Run): void {
  const { market, holding } = run;
  const { holder, used, agentPrice, objectPrice } = holding;
  const start = market.slotPtr[object]!;
  const end = market.slotPtr[object + 1]!;
  if (used[object]! < end - start) return;
  let room = Number.POSITIVE_INFINITY;
  for (let place = start; place < end && room > 0; place++) {
    room = Math.min(room, roomOf(holder[place]!, run));
  }
  if (room <= 0) return;
  if (market.demand[holder[start]!]! > 1) {
    raiseAllOf(holder[start]!, room, run);
    return;
  }
  objectPrice[object]! += room;
  for (let place = start; place < end; place++) agentPrice[holder[place]!]! -= room;
}
