/**
 * The third aim as a market: agents buy places of objects. Every agent must get what it demands; places may
 * stay free only where `mayStayFree` says so, and a free place costs nothing in the end.
 *
 * Rows buy places of columns (`demand` 1), or columns buy rows (one place each): one side is always single.
 */
export interface Market {
  readonly agents: number;
  readonly objects: number;
  readonly ptr: Int32Array;
  readonly object: Int32Array;
  readonly value: Int32Array;
  readonly demand: Int32Array;
  readonly slotPtr: Int32Array;
  readonly mayStayFree: Uint8Array;
}

/**
 * Who holds what at which price. `agentPrice + objectPrice >= value` on every edge, equal on what is held;
 * the `used` first places of an object are the taken ones.
 */
export interface Holding {
  readonly holder: Int32Array;
  readonly used: Int32Array;
  readonly held: Int32Array;
  readonly agentPrice: Float64Array;
  readonly objectPrice: Float64Array;
}

export function emptyHolding(market: Market): Holding {
  return {
    holder: new Int32Array(market.slotPtr[market.objects]!).fill(-1),
    used: new Int32Array(market.objects),
    held: new Int32Array(market.agents),
    agentPrice: new Float64Array(market.agents),
    objectPrice: new Float64Array(market.objects),
  };
}

/** Moves the taken places of every object to the front and counts them again. */
export function packPlaces({ objects, slotPtr }: Market, { holder, used }: Holding): void {
  for (let o = 0; o < objects; o++) {
    let taken = slotPtr[o]!;
    for (let place = slotPtr[o]!; place < slotPtr[o + 1]!; place++) {
      const agent = holder[place]!;
      holder[place] = -1;
      if (agent >= 0) holder[taken++] = agent;
    }
    used[o] = taken - slotPtr[o]!;
  }
}

/**
 * Sets the agents' prices to what the objects' prices ask for, and raises the price of what an agent with a
 * demand of several holds until all of it is worth the same to them. Nobody else wants it at the lower price,
 * so the higher one harms nobody.
 */
export function settleAgents(market: Market, holding: Holding): void {
  const { agents, ptr, object, value, demand, slotPtr } = market;
  const { holder, held, agentPrice, objectPrice } = holding;
  for (let a = 0; a < agents; a++) {
    let others = Number.NEGATIVE_INFINITY;
    let own = Number.POSITIVE_INFINITY;
    const several = demand[a]! > 1;
    const end = ptr[a + 1]!;
    for (let p = ptr[a]!; p < end; p++) {
      const o = object[p]!;
      const net = value[p]! - objectPrice[o]!;
      if (several && holder[slotPtr[o]!] === a) own = Math.min(own, net);
      else if (net > others) others = net;
    }
    const price = held[a]! < demand[a]! ? others : Math.min(own, several ? own : others);
    agentPrice[a] = Number.isFinite(price) ? price : 0;
    if (!several || held[a] === 0) continue;
    for (let p = ptr[a]!; p < end; p++) {
      const o = object[p]!;
      if (holder[slotPtr[o]!] === a) objectPrice[o] = value[p]! - agentPrice[a]!;
    }
  }
}

export function greatestValue({ value }: Market): number {
  let greatest = 0;
  for (let p = 0; p < value.length; p++) if (value[p]! > greatest) greatest = value[p]!;
  return greatest;
}
