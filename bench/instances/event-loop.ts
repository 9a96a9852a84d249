import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type RoundOfPairs, type SolvedRound, solveRoundOfPairsInWorker } from '../../src/matching/index.ts';

const RESOLUTION_MS = 1;
const NANOSECONDS = 1e6;

/** A round held in a worker thread, what it took by the clock, and how long the event loop had to wait meanwhile. */
export interface HeldInWorker {
  readonly round: SolvedRound;
  readonly clock_ms: number;
  readonly p99_ms: number;
  /** How often progress was told. */
  readonly shares: number;
}

/**
 * Holds a round in a worker thread, as the web process does, from plain data to proposals, and watches this thread's
 * event loop from before the thread is started until they are here. The delay is that of a timer of 1 ms, that
 * millisecond included.
 */
export async function holdInWorker(input: RoundOfPairs): Promise<HeldInWorker> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let shares = 0;
  const began = performance.now();
  delay.enable();
  const round = await solveRoundOfPairsInWorker(input, { onProgress: () => shares++ });
  delay.disable();
  return { round, clock_ms: performance.now() - began, p99_ms: delay.percentile(99) / NANOSECONDS, shares };
}
