import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RoundProblem, RoundResult } from '../../src/matching/round/types.ts';
import { solveRoundInWorker } from '../../src/matching/round/worker.ts';

const RESOLUTION_MS = 1;
const NANOSECONDS = 1e6;

/**
 * Solves a round in a worker thread, as the web process does, and watches this thread's event loop from before the
 * thread is started until its result is here. The delay is that of a timer of 1 ms, that millisecond included.
 */
export async function measureEventLoop(
  problem: RoundProblem,
): Promise<{ p99_ms: number; shares: number; result: RoundResult }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let shares = 0;
  delay.enable();
  const result = await solveRoundInWorker(problem, { onProgress: () => shares++ });
  delay.disable();
  return { p99_ms: delay.percentile(99) / NANOSECONDS, shares, result };
}
