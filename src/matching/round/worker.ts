import { Worker } from 'node:worker_threads';
import { type RoundProblem, RoundRefused, type RoundResult } from './types.ts';
import type { RoundMessage } from './worker-messages.ts';

export interface WorkerWatch {
  /** Called on the event loop with a share from 0 to 1 that never falls. */
  readonly onProgress?: (share: number) => void;
  /** Ends the worker at once; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * The source of the worker beside this file. From TypeScript sources that is `in-worker.ts`; a bundled build has
 * to list `in-worker.ts` as an entry of its own and to put it beside the file that contains this function.
 */
function entry(): URL {
  const ending = import.meta.url.split('?')[0]!.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./in-worker.${ending}`, import.meta.url);
}

/**
 * Solves a round as `solveRound` does, in a thread of its own, so that the event loop stays free: it only copies
 * the problem over. Rejects with `RoundRefused` for a problem that `validateProblem` refuses.
 */
export function solveRoundInWorker(problem: RoundProblem, watch: WorkerWatch = {}): Promise<RoundResult> {
  const { onProgress, signal } = watch;
  if (signal?.aborted === true) return Promise.reject(signal.reason);
  const worker = new Worker(entry(), { workerData: problem });
  const { promise, resolve, reject } = Promise.withResolvers<RoundResult>();
  const stop = () => {
    reject(signal?.reason);
    void worker.terminate();
  };
  signal?.addEventListener('abort', stop, { once: true });
  worker.on('message', (message: RoundMessage) => {
    if (message.kind === 'progress') onProgress?.(message.share);
    else if (message.kind === 'solved') resolve(message.result);
    else reject(new RoundRefused(message.refusal));
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the worker thread ended early (${code})`)));
  return promise.finally(() => signal?.removeEventListener('abort', stop));
}
