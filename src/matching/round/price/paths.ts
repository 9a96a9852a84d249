import type { Ticker } from '../ticker.ts';
import { MinHeap } from './heap.ts';
import type { Holding, Market } from './market.ts';

const FAR = Number.POSITIVE_INFINITY;
const START = -1;
const UNSEEN = -2;

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

/** Follows the edges of an agent at `base`; true when a free place is found that nothing can undercut. */
function expand(
  market: Market,
  holding: Holding,
  tree: Tree,
  step: { agent: number; base: number },
): boolean {
  const { ptr, object, value, slotPtr } = market;
  const { used, objectPrice, agentPrice } = holding;
  const { distance, from, ready, touched, heap } = tree;
  const { agent, base } = step;
  tree.visited[tree.visitedCount++] = agent;
  tree.agentDistance[agent] = base;
  const offset = base + agentPrice[agent]!;
  const end = ptr[agent + 1]!;
  let nearest = tree.nearest;
  tree.edges += end - ptr[agent]!;
  for (let p = ptr[agent]!; p < end; p++) {
    const o = object[p]!;
    const d = offset + objectPrice[o]! - value[p]!;
    if (d >= nearest || d >= distance[o]!) continue;
    from[o] = agent;
    if (used[o]! < slotPtr[o + 1]! - slotPtr[o]!) {
      nearest = tree.nearest = d;
      tree.end = o;
      if (d <= base) return true;
      continue;
    }
    if (distance[o] === FAR) touched[tree.touchedCount++] = o;
    distance[o] = d;
    if (d <= base) ready[tree.readyCount++] = o;
    else heap.push(d, o);
  }
  return false;
}

/** Grows the tree from `start` in order of distance until the nearest free place is certain (Dijkstra 1959). */
function grow(market: Market, holding: Holding, tree: Tree, start: number): void {
  const { slotPtr } = market;
  const { holder, used } = holding;
  const { distance, done, via, ready, heap } = tree;
  via[start] = START;
  if (expand(market, holding, tree, { agent: start, base: 0 })) return;
  for (let at = 0; ; ) {
    if (at === tree.readyCount) {
      while (heap.size > 0 && heap.topKey < tree.nearest && tree.readyCount === at) {
        const key = heap.topKey;
        const o = heap.pop();
        if (done[o] === 0 && key <= distance[o]!) ready[tree.readyCount++] = o;
      }
      if (at === tree.readyCount) return;
    }
    const o = ready[at++]!;
    done[o] = 1;
    const last = slotPtr[o]! + used[o]!;
    for (let place = slotPtr[o]!; place < last; place++) {
      const agent = holder[place]!;
      if (via[agent] !== UNSEEN) continue;
      via[agent] = o;
      if (expand(market, holding, tree, { agent, base: distance[o]! })) return;
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
  let missing = 0;
  for (let a = 0; a < agents; a++) missing += demand[a]! - held[a]!;
  const all = missing;
  const edges = ptr[agents]!;
  for (let start = 0; start < agents; start++) {
    while (held[start]! < demand[start]!) {
      grow(market, holding, tree, start);
      if (tree.end < 0) throw new Error('the market cannot meet a demand: the cover is wrong');
      movePrices(holding, tree);
      augment(market, holding, tree);
      clear(tree);
      missing -= 1;
      ticker.tick(1 - missing / all);
      const forecast = tree.edges * (all / (all - missing));
      if (tree.edges > edges && forecast > patience.perEdge * edges) return missing === 0;
    }
  }
  return true;
}
