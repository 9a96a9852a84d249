import { describe, expect, it } from 'vitest';
import { newRandom } from '../samples/small-rounds.ts';
import { MAX_FIT } from '../types.ts';
import { emptyHolding, type Holding, type Market } from './market.ts';
import { raiseObject } from './raises.ts';
import { chooseFromAll, newShortLists, type ShortLists } from './short-lists.ts';

interface Sample {
  readonly market: Market;
  readonly holding: Holding;
  readonly lists: ShortLists;
  readonly random: () => number;
}

interface Size {
  readonly agents: number;
  readonly objects: number;
  /** `agents`: they demand several objects of one place each; `objects`: they have several places for agents that demand one. */
  readonly several: 'agents' | 'objects';
}

/** Places handed out at random: `held[a]` has the objects of an agent; nobody has one twice. */
function handOut(random: () => number, { agents, objects, several }: Size) {
  const below = (count: number) => Math.floor(random() * count);
  const demand = Int32Array.from({ length: agents }, () => (several === 'agents' ? 1 + below(4) : 1));
  const slotPtr = new Int32Array(objects + 1);
  for (let o = 0; o < objects; o++) slotPtr[o + 1] = slotPtr[o]! + (several === 'agents' ? 1 : 1 + below(3));
  const places = Array.from({ length: objects }, (_, o) => slotPtr[o + 1]! - slotPtr[o]!);
  const held = Array.from({ length: agents }, (_, a) => {
    const own = new Set<number>();
    for (let tries = 0; tries < 6 && own.size < demand[a]!; tries++) {
      const o = below(objects);
      if (places[o]! > 0 && !own.has(o)) {
        own.add(o);
        places[o]! -= 1;
      }
    }
    return own;
  });
  return { demand, slotPtr, held };
}

/**
 * A market made backwards: prices and holders first, then values that make this holding the best. Small numbers, so that
 * ties and places without room are as common as others; `spread` is how much worse than what it holds an agent may like the rest.
 */
function plant(seed: number, size: Size): Sample {
  const random = newRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const { agents, objects } = size;
  const { demand, slotPtr, held } = handOut(random, size);
  const spread = [1, 3, 50][seed % 3]!;
  const agentPrice = Float64Array.from({ length: agents }, () => below(20));
  const objectPrice = Float64Array.from({ length: objects }, () => below(20));
  const density = 0.1 + 0.9 * random();
  const [ptr, object, value]: number[][] = [[0], [], []];
  for (let a = 0; a < agents; a++) {
    for (let o = 0; o < objects; o++) {
      const isHeld = held[a]!.has(o);
      if (!isHeld && random() > density) continue;
      object!.push(o);
      value!.push(agentPrice[a]! + objectPrice[o]! - (isHeld ? 0 : below(spread)));
    }
    ptr!.push(object!.length);
  }
  const market: Market = {
    agents,
    objects,
    ptr: Int32Array.from(ptr!),
    object: Int32Array.from(object!),
    value: Int32Array.from(value!),
    demand,
    slotPtr,
    mayStayFree: new Uint8Array(objects).fill(1),
  };
  const holding: Holding = { ...emptyHolding(market), agentPrice, objectPrice };
  held.forEach((own, a) => {
    for (const o of own) holding.holder[slotPtr[o]! + holding.used[o]!++] = a;
    holding.held[a] = own.size;
  });
  return { market, holding, lists: newShortLists(market), random };
}

/** As a search does that comes by some of the agents: their short lists are made. */
function lookAround({ market, holding, lists, random }: Sample): void {
  const offer = { price: holding.objectPrice, holder: holding.holder, scale: 1 };
  for (let a = 0; a < market.agents; a++) {
    if (lists.ptr[a + 1]! > lists.ptr[a]! && random() < 0.8) chooseFromAll(market, a, offer, lists);
  }
}

function holdersOf(object: number, { market, holding }: Sample): number[] {
  const start = market.slotPtr[object]!;
  return [...holding.holder.subarray(start, start + holding.used[object]!)];
}

/** How much dearer an object can become before one of its holders likes something else as well: a look at everything. */
function mostRoom(object: number, sample: Sample): number {
  const { market, holding } = sample;
  const holders = holdersOf(object, sample);
  if (holders.length < market.slotPtr[object + 1]! - market.slotPtr[object]!) return 0;
  let room = MAX_FIT + 1;
  for (const agent of holders) {
    for (let p = market.ptr[agent]!; p < market.ptr[agent + 1]!; p++) {
      const other = market.object[p]!;
      if (holdersOf(other, sample).includes(agent)) continue;
      const net = market.value[p]! - holding.objectPrice[other]!;
      room = Math.min(room, holding.agentPrice[agent]! - net);
    }
  }
  return room;
}

/** Edges on which the prices do not prove that everybody has the best for them. */
function brokenEdges(sample: Sample): string[] {
  const { market, holding } = sample;
  const broken: string[] = [];
  for (let a = 0; a < market.agents; a++) {
    for (let p = market.ptr[a]!; p < market.ptr[a + 1]!; p++) {
      const o = market.object[p]!;
      const above = holding.agentPrice[a]! + holding.objectPrice[o]! - market.value[p]!;
      if (above < 0 || (above > 0 && holdersOf(o, sample).includes(a))) broken.push(`${a}-${o}: ${above}`);
    }
  }
  return broken;
}

const copyOf = (holding: Holding): Holding => structuredClone(holding);

/** What a raise must leave as it was: who holds what, and prices of places that are free or of nobody concerned. */
function expectNoOtherChange(object: number, sample: Sample, before: Holding, names: string): void {
  const { market, holding } = sample;
  expect([holding.holder, holding.used, holding.held], names).toEqual([
    before.holder,
    before.used,
    before.held,
  ]);
  const concerned = new Set(holdersOf(object, sample));
  const raised = holding.objectPrice[object]! - before.objectPrice[object]!;
  for (let o = 0; o < market.objects; o++) {
    const isOf =
      market.demand[[...concerned][0] ?? 0]! > 1 && holdersOf(o, sample).some((a) => concerned.has(a));
    const rise = o === object || isOf ? raised : 0;
    expect(holding.objectPrice[o]! - before.objectPrice[o]!, `${names}, object ${o}`).toBe(rise);
  }
  for (let a = 0; a < market.agents; a++) {
    const fall = concerned.has(a) ? raised : 0;
    expect(before.agentPrice[a]! - holding.agentPrice[a]!, `${names}, agent ${a}`).toBe(fall);
  }
}

/** Enough agents for the places that most are taken; of many objects, agents keep short lists. */
const FEW = { agents: { agents: 6, objects: 8 }, objects: { agents: 12, objects: 6 } } as const;
const MANY = { agents: { agents: 30, objects: 60 }, objects: { agents: 70, objects: 40 } } as const;

describe.each(['agents', 'objects'] as const)('a raise where %s may have several', (several) => {
  it('goes exactly as far as all holders stay, and not where a place is free', () => {
    const seen = { none: 0, some: 0, endless: 0 };
    for (let seed = 1; seed <= 300; seed++) {
      const sample = plant(seed, { ...FEW[several], several });
      for (let object = 0; object < sample.market.objects; object++) {
        const names = `seed ${seed}, object ${object}`;
        const room = mostRoom(object, sample);
        const before = copyOf(sample.holding);
        raiseObject(object, sample);
        expect(sample.holding.objectPrice[object]! - before.objectPrice[object]!, names).toBe(room);
        expect(brokenEdges(sample), names).toEqual([]);
        expectNoOtherChange(object, sample, before, names);
        seen[room === 0 ? 'none' : room > MAX_FIT ? 'endless' : 'some'] += 1;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('never goes farther where agents know only their short lists', () => {
    let raises = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const sample = plant(seed, { ...MANY[several], several });
      lookAround(sample);
      for (let object = 0; object < sample.market.objects; object++) {
        const names = `seed ${seed}, object ${object}`;
        const room = mostRoom(object, sample);
        const before = copyOf(sample.holding);
        raiseObject(object, sample);
        const raised = sample.holding.objectPrice[object]! - before.objectPrice[object]!;
        expect(raised, names).toBeGreaterThanOrEqual(0);
        expect(raised, names).toBeLessThanOrEqual(room);
        expectNoOtherChange(object, sample, before, names);
        raises += raised > 0 ? 1 : 0;
      }
      expect(brokenEdges(sample), `seed ${seed}`).toEqual([]);
    }
    expect(raises).toBeGreaterThan(100);
  });
});
