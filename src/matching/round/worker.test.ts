import { describe, expect, it } from 'vitest';
import { makeRound } from './samples/small-rounds.ts';
import { solveRound } from './solve.ts';
import { RoundRefused } from './types.ts';
import { solveRoundInWorker } from './worker.ts';

const problem = makeRound(11, { residents: 60, volunteers: 50 });

describe('a round in a worker thread', () => {
  it('gives the same result as on the spot, and tells its progress', async () => {
    const shares: number[] = [];
    const result = await solveRoundInWorker(problem, { onProgress: (share) => shares.push(share) });
    expect(result).toEqual(solveRound(problem));
    expect(shares.at(-1)).toBe(1);
  });

  it('ends when its signal aborts', async () => {
    const controller = new AbortController();
    const running = solveRoundInWorker(problem, { signal: controller.signal });
    controller.abort(new Error('the coordinator has changed her mind'));
    await expect(running).rejects.toThrow('changed her mind');
    await expect(solveRoundInWorker(problem, { signal: controller.signal })).rejects.toThrow(
      'changed her mind',
    );
  });

  it('passes a refusal on', async () => {
    await expect(solveRoundInWorker({ ...problem, capacity: new Int32Array(1) })).rejects.toThrow(
      RoundRefused,
    );
  });
});
