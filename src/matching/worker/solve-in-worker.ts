import { Worker } from 'node:worker_threads';
import { peopleOfRound } from '../pairs/prepare.ts';
import { toSolvedRound } from '../pairs/round-of-pairs.ts';
import type { RoundOfPairs, Solution, SolvedRound } from '../pairs/types.ts';
import { RoundRefused } from '../round/types.ts';
import { entryBeside } from './entry.ts';
import type { RoundMessage } from './messages.ts';

export interface WorkerWatch {
  /** Called on the event loop with a share from 0 to 1 that never falls. */
  readonly onProgress?: (share: number) => void;
  /** Ends the worker at once; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Holds a round as `solveRoundOfPairs` does, in a thread of its own, so that the event loop stays free: it only
 * sorts the people, copies them over, and puts what comes back into words. Rejects with what that throws.
 */
export async function solveRoundOfPairsInWorker(
  input: RoundOfPairs,
  { onProgress, signal }: WorkerWatch = {},
): Promise<SolvedRound> {
  signal?.throwIfAborted();
  const people = peopleOfRound(input);
  const worker = new Worker(entryBeside(import.meta.url, 'in-worker'), { workerData: people });
  const { promise, resolve, reject } = Promise.withResolvers<Solution>();
  const stop = () => {
    reject(signal?.reason);
    void worker.terminate();
  };
  signal?.addEventListener('abort', stop, { once: true });
  worker.on('message', (message: RoundMessage) => {
    if (message.kind === 'progress') onProgress?.(message.share);
    else if (message.kind === 'solved') resolve(message.solution);
    else reject(new RoundRefused(message.refusal));
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the worker thread ended early (${code})`)));
  const solution = await promise.finally(() => signal?.removeEventListener('abort', stop));
  return toSolvedRound(people, solution);
}
