import { describe, expect, it } from 'vitest';
import { weights202611 as weights } from '../fit/weights.ts';
import { RoundOfPairsRefused } from '../pairs/flaws.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import { sampleCrowd } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { solveRoundOfPairsInWorker } from './solve-in-worker.ts';

const input = { today_on: '2026-11-22', weights, urgencyWeights, ...sampleCrowd(3, 60, 50) };

describe('a round in a worker thread', () => {
  it('gives the same result as on the spot, and tells its progress', async () => {
    const shares: number[] = [];
    const round = await solveRoundOfPairsInWorker(input, { onProgress: (share) => shares.push(share) });
    expect(round).toEqual(solveRoundOfPairs(input));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('ends when its signal aborts', async () => {
    const controller = new AbortController();
    const running = solveRoundOfPairsInWorker(input, { signal: controller.signal });
    controller.abort(new Error('the coordinator has changed her mind'));
    await expect(running).rejects.toThrow('changed her mind');
    await expect(solveRoundOfPairsInWorker(input, { signal: controller.signal })).rejects.toThrow(
      'changed her mind',
    );
  });

  it('passes a refusal on', async () => {
    await expect(solveRoundOfPairsInWorker({ ...input, today_on: 'soon' })).rejects.toThrow(
      RoundOfPairsRefused,
    );
  });
});
