import type { Ticker } from '../ticker.ts';
import { MAX_FIT } from '../types.ts';
import { bidsAt, cheapestPlace, levelBids, repriceObject } from './bids.ts';
import { type Holding, type Market, packPlaces, settleAgents } from './market.ts';
import { chooseTwo, newShortLists, type ShortLists } from './short-lists.ts';

const PASSES = 16;

/**
 * Hands out most places cheaply: an auction without a minimum increment ("augmenting row reduction", Jonker and
 * Volgenant 1987). Each agent bids for the object it likes best, up to the point where the second best is as
 * good. It keeps the prices exact, but may leave agents without; those are left to `paths.ts`.
 */
export function auctionPlainly(market: Market, holding: Holding, ticker: Ticker): void {
  const { agents, demand } = market;
  const { held } = holding;
  let missing = 0;
  for (let a = 0; a < agents; a++) missing += demand[a]! - held[a]!;
  const waiting = new Int32Array(missing);
  let count = 0;
  for (let a = 0; a < agents; a++) for (let unit = held[a]!; unit < demand[a]!; unit++) waiting[count++] = a;
  const bids = bidsAt(market, holding.objectPrice);
  const run = { market, holding, bids, lists: newShortLists(market) };
  for (let pass = 0; pass < PASSES && count > 0; pass++) {
    ticker.tick(pass / PASSES);
    const before = count;
    count = runPass(run, waiting, count);
    if (pass > 2 && count > before * 0.97) break;
  }
  packPlaces(market, holding);
  settleAgents(market, holding);
}

interface Run {
  readonly market: Market;
  readonly holding: Holding;
  readonly bids: ReturnType<typeof bidsAt>;
  readonly lists: ShortLists;
}

/** One bid for each waiting unit, and for each unit driven out by a real raise; returns how many still wait. */
function runPass(run: Run, waiting: Int32Array, count: number): number {
  const { market, holding, bids, lists } = run;
  const { holder, held } = holding;
  const offer = { price: bids.price, holder, scale: 1 };
  let budget = 4 * count + 1000;
  let deferred = 0;
  for (let at = 0; at < count; ) {
    const agent = waiting[at++]!;
    const choice = chooseTwo(market, agent, offer, lists);
    let object = choice.first;
    const raise = choice.firstNet - choice.secondNet;
    let place = cheapestPlace(market, bids, holder, object);
    if (raise === 0 && holder[place] !== -1) {
      object = choice.second;
      place = cheapestPlace(market, bids, holder, object);
    }
    const before = holder[place]!;
    holder[place] = agent;
    held[agent]! += 1;
    // Whoever has a single candidate would raise its price without end.
    const step = Math.min(raise, MAX_FIT + 1);
    bids.bid[place] = bids.price[object]! + step;
    repriceObject(market, bids, object);
    const net = choice.firstNet - step;
    if (before !== -1) {
      held[before]! -= 1;
      budget -= 1;
      if (raise > 0 && budget > 0) waiting[--at] = before;
      else waiting[deferred++] = before;
    }
    // With more units of its own to buy next, the last of them levels all.
    const isLast = at === count || waiting[at] !== agent;
    if (held[agent]! > 1 && isLast) levelBids(market, bids, holder, { agent, net, scale: 1 });
  }
  return deferred;
}
