import type { Ticker } from '../ticker.ts';
import { MinHeap } from './heap.ts';
import type { Holding, Market } from './market.ts';
import { raiseObject } from './raises.ts';
import { chooseFromAll, newShortLists, type ShortLists } from './short-lists.ts';

const FAR = Number.POSITIVE_INFINITY;
const START = -1;
const UNSEEN = -2;
/** The share of the edges that is looked at before the first forecast, as a divisor. */
const FORECAST_AT = 4;

/** The tree of one search: objects by their distance, agents by the object through which they were reached. */
interface Tree {
  readonly distance: Float64Array;
  readonly from: Int32Array;
  readonly done: Uint8Array;
  readonly via: Int32Array;
  readonly agentDistance: Float64Array;
  readonly touched: Int32Array;
  touchedCount: number;
  readonly visited: Int32Array;
  visitedCount: number;
  readonly ready: Int32Array;
  readyCount: number;
  readonly heap: MinHeap;
  /** The nearest free place found so far. */
  nearest: number;
  end: number;
  edges: number;
}

interface Run {
  readonly market: Market;
  readonly holding: Holding;
  readonly tree: Tree;
  readonly lists: ShortLists;
}

/** An agent reached at the distance `base`. */
interface Step {
  readonly agent: number;
  readonly base: number;
}

function newTree({ agents, objects }: Market): Tree {
  return {
    distance: new Float64Array(objects).fill(FAR),
    from: new Int32Array(objects),
    done: new Uint8Array(objects),
    via: new Int32Array(agents).fill(UNSEEN),
    agentDistance: new Float64Array(agents),
    touched: new Int32Array(objects),
    touchedCount: 0,
    visited: new Int32Array(agents),
    visitedCount: 0,
    ready: new Int32Array(objects),
    readyCount: 0,
    heap: new MinHeap(),
    nearest: FAR,
    end: -1,
    edges: 0,
  };
}

/** One object at distance `d` by way of `agent`; true when it is a free place that nothing can undercut. */
function reach(run: Run, object: number, d: number, step: Step): boolean {
  const { tree, market, holding } = run;
  const { slotPtr } = market;
  tree.from[object] = step.agent;
  if (holding.used[object]! < slotPtr[object + 1]! - slotPtr[object]!) {
    tree.nearest = d;
    tree.end = object;
    return d <= step.base;
  }
  if (tree.distance[object] === FAR) tree.touched[tree.touchedCount++] = object;
  tree.distance[object] = d;
  if (d <= step.base) tree.ready[tree.readyCount++] = object;
  else tree.heap.push(d, object);
  return false;
}

/** Follows all edges of an agent; true when the search is over. */
function expandFully(run: Run, step: Step): boolean {
  const { market, holding, tree } = run;
  const { ptr, object, value } = market;
  const { objectPrice } = holding;
  const { distance } = tree;
  const { agent, base } = step;
  const offset = base + holding.agentPrice[agent]!;
  const end = ptr[agent + 1]!;
  tree.edges += end - ptr[agent]!;
  for (let p = ptr[agent]!; p < end; p++) {
    const o = object[p]!;
    const d = offset + objectPrice[o]! - value[p]!;
    if (d < tree.nearest && d < distance[o]! && reach(run, o, d, step)) return true;
  }
  return false;
}

/**
 * Follows the edges of an agent at `base`, as far as its short list goes; the agent waits at the distance its other
 * edges have at least. True when a free place is found that nothing can undercut.
 */
function expand(run: Run, step: Step): boolean {
  const { market, holding, tree, lists } = run;
  const { objectPrice } = holding;
  const { distance } = tree;
  const { agent, base } = step;
  tree.visited[tree.visitedCount++] = agent;
  tree.agentDistance[agent] = base;
  if (lists.ptr[agent + 1] === lists.ptr[agent]) return expandFully(run, step);
  if (lists.bound[agent]! >= holding.agentPrice[agent]!) {
    chooseFromAll(market, agent, { price: objectPrice, holder: holding.holder, scale: 1 }, lists);
  }
  const offset = base + holding.agentPrice[agent]!;
  const start = lists.ptr[agent]!;
  const end = start + lists.count[agent]!;
  tree.edges += end - start;
  for (let at = start; at < end; at++) {
    const o = lists.object[at]!;
    const d = offset + objectPrice[o]! - lists.value[at]!;
    if (d < tree.nearest && d < distance[o]! && reach(run, o, d, step)) return true;
  }
  const rest = offset - lists.bound[agent]!;
  if (rest <= base) return expandFully(run, step);
  if (rest < tree.nearest) tree.heap.push(rest, market.objects + agent);
  return false;
}

/** Grows the tree from `start` in order of distance until the nearest free place is certain (Dijkstra 1959). */
function grow(run: Run, start: number): void {
  const { slotPtr, objects } = run.market;
  const { holder, used } = run.holding;
  const { distance, agentDistance, done, via, ready, heap } = run.tree;
  const { tree } = run;
  via[start] = START;
  if (expand(run, { agent: start, base: 0 })) return;
  for (let at = 0; ; ) {
    while (at === tree.readyCount) {
      if (heap.size === 0 || heap.topKey >= tree.nearest) return;
      const key = heap.topKey;
      const item = heap.pop();
      if (item >= objects) {
        const agent = item - objects;
        if (expandFully(run, { agent, base: agentDistance[agent]! })) return;
      } else if (done[item] === 0 && key <= distance[item]!) ready[tree.readyCount++] = item;
    }
    const o = ready[at++]!;
    done[o] = 1;
    const last = slotPtr[o]! + used[o]!;
    for (let place = slotPtr[o]!; place < last; place++) {
      const agent = holder[place]!;
      if (via[agent] !== UNSEEN) continue;
      via[agent] = o;
      if (expand(run, { agent, base: distance[o]! })) return;
    }
  }
}

/** Moves the prices by what the search has learned, so that every edge of the path becomes tight. */
function movePrices(holding: Holding, tree: Tree): void {
  const { agentPrice, objectPrice } = holding;
  const { nearest, distance, agentDistance } = tree;
  for (let k = 0; k < tree.visitedCount; k++) {
    const agent = tree.visited[k]!;
    agentPrice[agent]! -= nearest - agentDistance[agent]!;
  }
  for (let k = 0; k < tree.touchedCount; k++) {
    const o = tree.touched[k]!;
    if (distance[o]! < nearest) objectPrice[o]! += nearest - distance[o]!;
    distance[o] = FAR;
    tree.done[o] = 0;
  }
}

/** Everybody on the path moves one object along; the agent that started the search gains one. */
function augment({ slotPtr }: Market, { holder, used, held }: Holding, { end, from, via }: Tree): void {
  let agent = from[end]!;
  holder[slotPtr[end]! + used[end]!++] = agent;
  while (via[agent] !== START) {
    const object = via[agent]!;
    let place = slotPtr[object]!;
    while (holder[place] !== agent) place++;
    agent = from[object]!;
    holder[place] = agent;
  }
  held[agent]! += 1;
}

/** Raises all prices on the tree that may rise, the farthest first, so that each raise makes room for the next. */
function raiseTree(run: Run): void {
  const { ready, readyCount, end } = run.tree;
  raiseObject(end, run);
  for (let at = readyCount - 1; at >= 0; at--) raiseObject(ready[at]!, run);
}

function clear(tree: Tree): void {
  for (let k = 0; k < tree.visitedCount; k++) tree.via[tree.visited[k]!] = UNSEEN;
  tree.touchedCount = tree.visitedCount = tree.readyCount = 0;
  tree.heap.clear();
  tree.nearest = FAR;
  tree.end = -1;
}

/** How much looking is worth while: at most `perEdge` looks at each edge of the market, by forecast. */
export interface Patience {
  readonly perEdge: number;
}

/**
 * Gives every agent what it still demands along shortest augmenting paths with exact integer prices (Tomizawa
 * 1971; Edmonds and Karp 1972), which keeps the holding optimal at every step. Returns false when the forecast
 * exceeds the patience; the holding is then optimal as far as it goes. Throws when a demand cannot be met.
 */
export function followPaths(market: Market, holding: Holding, patience: Patience, ticker: Ticker): boolean {
  const { agents, demand, ptr } = market;
  const { held } = holding;
  const tree = newTree(market);
  const run = { market, holding, tree, lists: newShortLists(market) };
  let missing = 0;
  for (let a = 0; a < agents; a++) missing += demand[a]! - held[a]!;
  const all = missing;
  const edges = ptr[agents]!;
  for (let start = 0; start < agents; start++) {
    while (held[start]! < demand[start]!) {
      grow(run, start);
      if (tree.end < 0) throw new Error('the market cannot meet a demand: the cover is wrong');
      movePrices(holding, tree);
      augment(market, holding, tree);
      raiseTree(run);
      clear(tree);
      missing -= 1;
      ticker.tick(1 - missing / all);
      const forecast = tree.edges * (all / (all - missing));
      if (tree.edges * FORECAST_AT > edges && forecast > patience.perEdge * edges) return missing === 0;
    }
  }
  return true;
}
