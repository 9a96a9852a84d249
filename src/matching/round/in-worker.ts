import { parentPort, workerData } from 'node:worker_threads';
import { solveRound } from './solve.ts';
import { type RoundProblem, RoundRefused, type RoundResult } from './types.ts';
import type { RoundMessage } from './worker-messages.ts';

// The entry of the worker thread: solves the one problem it was started with and ends.

function say(message: RoundMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transfer]);
}

/** The memory of a result, so that it moves to the other thread without being copied. */
function buffersOf({ volunteerOf, certificate: { cover, price } }: RoundResult): ArrayBuffer[] {
  const arrays = [volunteerOf, cover.residents, cover.volunteers, price.residents, price.volunteers];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

try {
  const result = solveRound(workerData as RoundProblem, {
    onProgress: (share) => say({ kind: 'progress', share }),
  });
  say({ kind: 'solved', result }, buffersOf(result));
} catch (cause) {
  if (!(cause instanceof RoundRefused)) throw cause;
  say({ kind: 'refused', refusal: cause.refusal });
}
