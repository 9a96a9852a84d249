import { parentPort, workerData } from 'node:worker_threads';
import { groundOf } from '../pairs/ground.ts';
import { mayHoldAll } from '../pairs/prepare.ts';
import { solveGround } from '../pairs/solve.ts';
import type { PeopleOfRound, Solution } from '../pairs/types.ts';
import { RoundRefused } from '../round/types.ts';
import type { RoundMessage } from './messages.ts';
import { startHelper } from './two-hands.ts';

// The entry of the worker thread: solves the one round it was started with and ends.

function say(message: RoundMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transfer]);
}

/** The memory of a solution, so that it moves to the other thread without being copied. */
function buffersOf({ problem, result }: Solution): ArrayBuffer[] {
  const { cover, price } = result.certificate;
  const proof = [cover.residents, cover.volunteers, price.residents, price.volunteers];
  const arrays = [
    problem.rowPtr,
    problem.column,
    problem.fit,
    problem.capacity,
    result.volunteerOf,
    ...proof,
  ];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

const people = workerData as PeopleOfRound;

function solve(): Solution {
  const watch = { onProgress: (share: number) => say({ kind: 'progress', share }) };
  if (mayHoldAll(people)) return solveGround(groundOf(people), watch);
  const helper = startHelper(people);
  try {
    const ground = groundOf(people);
    return solveGround(ground, watch, undefined, helper?.handsOn(ground));
  } finally {
    helper?.end();
  }
}

try {
  const solution = solve();
  say({ kind: 'solved', solution }, buffersOf(solution));
} catch (cause) {
  if (!(cause instanceof RoundRefused)) throw cause;
  say({ kind: 'refused', refusal: cause.refusal });
}
