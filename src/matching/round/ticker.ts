import { RoundCancelled, type RoundWatch } from './types.ts';

/** Progress is told in steps of one in two hundred. */
const STEP = 0.005;

/** Carries progress out of, and cancellation into, the loops of a round. */
export interface Ticker {
  /** Announces that `share` (0 to 1) of the present stage is done; throws `RoundCancelled` when asked to stop. */
  tick(share?: number): void;
  /** The same ticker for a stage that fills `from .. to` of the whole. */
  stage(from: number, to: number): Ticker;
}

export function newTicker(watch: RoundWatch): Ticker {
  let reached = 0;
  const between = (from: number, to: number): Ticker => ({
    tick(share = 0) {
      if (watch.isCancelled?.() === true) throw new RoundCancelled();
      const now = from + (to - from) * Math.min(1, share);
      if (now < reached + STEP && now < 1) return;
      reached = now;
      watch.onProgress?.(now);
    },
    stage: (low, high) => between(from + (to - from) * low, from + (to - from) * high),
  });
  return between(0, 1);
}
