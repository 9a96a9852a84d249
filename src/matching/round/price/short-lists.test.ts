import { describe, expect, it } from 'vitest';
import { newRandom } from '../samples/small-rounds.ts';
import type { Market } from './market.ts';
import { chooseTwo, newShortLists } from './short-lists.ts';

const AGENTS = 4;

function draw(random: () => number, limit: number): number {
  return Math.floor(random() * limit);
}

/** A market in which each agent may buy every object, as whole or as narrow a range of values as `values` says. */
function marketOf(random: () => number, objects: number, values: number): Market {
  const edges = AGENTS * objects;
  return {
    agents: AGENTS,
    objects,
    ptr: Int32Array.from({ length: AGENTS + 1 }, (_, a) => a * objects),
    object: Int32Array.from({ length: edges }, (_, p) => p % objects),
    value: Int32Array.from({ length: edges }, () => draw(random, values)),
    demand: Int32Array.of(1, 1, 3, 2),
    slotPtr: Int32Array.from({ length: objects + 1 }, (_, o) => o),
    mayStayFree: new Uint8Array(objects).fill(1),
  };
}

/** The best two net values there are for an agent, by a look at everything. */
function bestTwo(market: Market, agent: number, price: Float64Array, holder: Int32Array): number[] {
  const nets: number[] = [];
  for (let p = market.ptr[agent]!; p < market.ptr[agent + 1]!; p++) {
    const object = market.object[p]!;
    if (market.demand[agent]! > 1 && holder[object] === agent) continue;
    nets.push(market.value[p]! * 3 - price[object]!);
  }
  return nets.sort((a, b) => b - a).slice(0, 2);
}

describe('short lists', () => {
  it('name the best two of all candidates while prices rise and places change hands', () => {
    let fewer = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = newRandom(seed);
      const objects = [5, 20, 60, 300][seed % 4]!;
      const market = marketOf(random, objects, [1, 4, 1000][seed % 3]!);
      const lists = newShortLists(market);
      const price = new Float64Array(objects);
      const holder = new Int32Array(objects).fill(-1);
      for (let turn = 0; turn < 200; turn++) {
        const agent = draw(random, AGENTS);
        const before = lists.looks;
        const choice = chooseTwo(market, agent, { price, holder, scale: 3 }, lists);
        if (lists.looks - before < objects) fewer += 1;
        const names = `seed ${seed}, turn ${turn}`;
        expect([choice.firstNet, choice.secondNet], names).toEqual(bestTwo(market, agent, price, holder));
        const value = market.value[agent * objects + choice.first]! * 3;
        expect(value - price[choice.first]!, names).toBe(choice.firstNet);
        if (holder.filter((own) => own === agent).length >= market.demand[agent]!) {
          holder[holder.indexOf(agent)] = -1;
        }
        holder[choice.first] = agent;
        price[choice.first]! += choice.firstNet - choice.secondNet + draw(random, 2);
      }
    }
    expect(fewer).toBeGreaterThan(1000);
  });
});
