import { once } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { weights202611 as weights } from '../fit/weights.ts';
import { groundOf } from '../pairs/ground.ts';
import { type Found, findInTurn, joined, oneHand } from '../pairs/growth/hands.ts';
import { proofOf } from '../pairs/growth/proof.ts';
import { Lookout } from '../pairs/growth/search.ts';
import { peopleOfRound, problemOf } from '../pairs/prepare.ts';
import { sampleCrowd } from '../people/samples.ts';
import { solveRound } from '../round/solve.ts';
import { newTicker } from '../round/ticker.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { entryBeside } from './entry.ts';
import { DONE, HELPED, OPEN, type SharedSearch, STATE } from './shared-search.ts';
import { sharedHands, startHelper } from './two-hands.ts';

const people = peopleOfRound({
  ...{ today_on: '2026-11-22', weights, urgencyWeights },
  ...sampleCrowd(3, 300, 250),
});
const ground = groundOf(people);
const ticker = newTicker({});
const alone = oneHand(new Lookout(ground));

function searches() {
  const problem = problemOf(
    ground,
    alone.search({ kind: 'first', start: { near: 2, scattered: 1 } }, ticker),
  );
  const proof = proofOf(ground, { problem, isComplete: false, result: solveRound(problem) });
  const before = { ...proof, volunteerPrice: proof.volunteerPrice.map((price) => price + 50) };
  const isCut = new Uint8Array(people.residents.length).fill(1, 0, 9);
  return [
    { kind: 'first', start: { near: 8, scattered: 2 } },
    { kind: 'near', among: 'all', proof, kept: problem, margin: 40 },
    { kind: 'near', among: 'part', proof, kept: problem, margin: 0 },
    { kind: 'beyond', proof, before, isCut, margin: 40 },
  ] as const;
}

it('what the second thread finds by itself is the same', async () => {
  const { port1: port, port2: portThere } = new MessageChannel();
  const workerData = { people, port: portThere };
  const thread = new Worker(entryBeside(import.meta.url, 'helper'), {
    workerData,
    transferList: [portThere],
  });
  for (const search of searches()) {
    port.postMessage({ search, turn: new Int32Array(new SharedArrayBuffer(8)) });
    const [found] = (await once(port, 'message')) as [readonly Found[]];
    expect(found.length).toBeGreaterThan(1);
    expect(joined(found)).toEqual(alone.search(search, ticker));
  }
  port.close();
  await thread.terminate();
});

it('two threads find what one finds', () => {
  const helper = startHelper(people)!;
  const both = helper.handsOn(ground);
  for (const search of searches()) {
    const found = both.search(search, ticker);
    expect(found.column.length).toBeGreaterThan(100);
    expect(found).toEqual(alone.search(search, ticker));
  }
  helper.end();
});

it('what the other has found in time is put in its place', () => {
  const { port1: port, port2: portThere } = new MessageChannel();
  const both = sharedHands(new Lookout(ground), port);
  for (const search of searches()) {
    let found: readonly Found[] = [];
    const inTheMidst = newTicker({
      onProgress() {
        const asked = receiveMessageOnPort(portThere)?.message as SharedSearch | undefined;
        if (!asked) return;
        Atomics.store(asked.turn, STATE, HELPED);
        // One turn is taken, the rest left.
        const next = Int32Array.of(Atomics.add(asked.turn, 0, 64), 0);
        found = findInTurn(new Lookout(ground), asked.search, next, ticker).slice(0, 1);
        portThere.postMessage(found);
        Atomics.store(asked.turn, STATE, DONE);
      },
    });
    expect(both.search(search, inTheMidst)).toEqual(alone.search(search, ticker));
    expect(found[0]?.from).toBeGreaterThan(0);
  }
  port.close();
});

it('what comes too late for one search is not taken for what another finds', () => {
  const { port1: port, port2: portThere } = new MessageChannel();
  const both = sharedHands(new Lookout(ground), port, 1);
  const [late, next] = searches();
  let found: readonly Found[] = [];
  // The helper takes a part in the midst of the search, and is not done with it in time.
  const helpLate = newTicker({
    onProgress() {
      const { search, turn } = (receiveMessageOnPort(portThere)?.message ?? {}) as Partial<SharedSearch>;
      if (!search || !turn || Atomics.compareExchange(turn, STATE, OPEN, HELPED) !== OPEN) return;
      found = findInTurn(new Lookout(ground), search, turn, ticker);
    },
  });
  expect(both.search(late, helpLate)).toEqual(alone.search(late, ticker));
  expect(found.length).toBeGreaterThan(0);
  portThere.postMessage(found);
  const helpNext = newTicker({
    onProgress() {
      const { turn } = (receiveMessageOnPort(portThere)?.message ?? {}) as Partial<SharedSearch>;
      if (turn) Atomics.store(turn, STATE, DONE);
    },
  });
  expect(both.search(next, helpNext)).toEqual(alone.search(next, ticker));
  port.close();
});
