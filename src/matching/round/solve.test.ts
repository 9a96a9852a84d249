import { describe, expect, it } from 'vitest';
import { checkCertificate } from './certificate.ts';
import { followBestPaths, tryEveryRound } from './samples/other-solvers.ts';
import { makeRound, shuffleRound } from './samples/small-rounds.ts';
import { solveRound } from './solve.ts';
import { RoundCancelled, type RoundProblem, RoundRefused } from './types.ts';

const totalsOf = ({ pairs, urgency, fit }: ReturnType<typeof solveRound>) => ({ pairs, urgency, fit });

function roundOf(
  rows: readonly (readonly (readonly [volunteer: number, fit: number])[])[],
  capacity: number[],
) {
  const rowPtr = [0];
  for (const row of rows) rowPtr.push(rowPtr.at(-1)! + row.length);
  const edges = rows.flat();
  return {
    residents: rows.length,
    volunteers: capacity.length,
    rowPtr: Int32Array.from(rowPtr),
    column: Int32Array.from(edges, ([volunteer]) => volunteer),
    fit: Int32Array.from(edges, ([, fit]) => fit),
    capacity: Int32Array.from(capacity),
  } satisfies RoundProblem;
}

describe('a round', () => {
  it('is the best of all rounds, in all three aims, on thousands of small ones', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const problem = makeRound(seed, { residents: 6, volunteers: 5 });
      const result = solveRound(problem);
      expect(totalsOf(result), `seed ${seed}`).toEqual(tryEveryRound(problem));
      expect(checkCertificate(problem, result), `seed ${seed}`).toEqual({ ok: true });
    }
  });

  it('agrees with a second solver on hundreds of middling ones', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { pinned: _, ...problem } = makeRound(seed, { residents: 40, volunteers: 30 });
      const result = solveRound(problem);
      expect(totalsOf(result), `seed ${seed}`).toEqual(followBestPaths(problem));
      expect(checkCertificate(problem, result), `seed ${seed}`).toEqual({ ok: true });
    }
  });

  it('does not change when the input comes in another order and the order names the persons', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { pinned: _, forbidden: __, ...problem } = makeRound(seed, { residents: 12, volunteers: 9 });
      const { round, residentAt, volunteerAt } = shuffleRound(problem, seed);
      const straight = solveRound(problem).volunteerOf;
      const back = new Int32Array(problem.residents).fill(-1);
      solveRound(round).volunteerOf.forEach((place, at) => {
        if (place >= 0) back[residentAt[at]!] = volunteerAt[place]!;
      });
      expect(back, `seed ${seed}`).toEqual(straight);
    }
  });

  it('prefers one pair more to any fit, and urgency to any fit', () => {
    const oneMore = roundOf(
      [
        [
          [0, 1000],
          [1, 0],
        ],
        [[0, 0]],
      ],
      [1, 1],
    );
    expect(totalsOf(solveRound(oneMore))).toEqual({ pairs: 2, urgency: 0, fit: 0 });
    const urgent = { ...roundOf([[[0, 1000]], [[0, 0]]], [1]), urgency: Int32Array.of(4, 5) };
    expect(solveRound(urgent).volunteerOf).toEqual(Int32Array.of(-1, 0));
  });

  it('keeps what the coordinator pinned and avoids what the coordinator ruled out', () => {
    const problem = roundOf(
      [
        [
          [0, 9],
          [1, 1],
        ],
        [
          [0, 9],
          [1, 1],
        ],
      ],
      [1, 1],
    );
    expect(solveRound({ ...problem, pinned: [[1, 1]] }).volunteerOf).toEqual(Int32Array.of(0, 1));
    expect(
      solveRound({
        ...problem,
        forbidden: [
          [0, 0],
          [0, 1],
        ],
      }).volunteerOf,
    ).toEqual(Int32Array.of(-1, 0));
  });

  it('gives one volunteer as many residents as they may take', () => {
    const problem = roundOf([[[0, 1]], [[0, 2]], [[0, 3]], [[0, 4]]], [3]);
    expect(solveRound(problem).volunteerOf).toEqual(Int32Array.of(-1, 0, 0, 0));
  });

  it('solves rounds of nobody, of one person, and of people without candidates', () => {
    expect(totalsOf(solveRound(roundOf([], [])))).toEqual({ pairs: 0, urgency: 0, fit: 0 });
    expect(totalsOf(solveRound(roundOf([], [1, 2])))).toEqual({ pairs: 0, urgency: 0, fit: 0 });
    expect(totalsOf(solveRound(roundOf([[], []], [])))).toEqual({ pairs: 0, urgency: 0, fit: 0 });
    expect(totalsOf(solveRound(roundOf([[[0, 7]]], [1])))).toEqual({ pairs: 1, urgency: 0, fit: 7 });
    expect(totalsOf(solveRound(roundOf([[[0, 7]]], [0])))).toEqual({ pairs: 0, urgency: 0, fit: 0 });
  });

  it('solves lopsided rounds in which all fits are equal', () => {
    const many = roundOf(
      Array.from(
        { length: 200 },
        () =>
          [
            [0, 5],
            [1, 5],
          ] as const,
      ),
      [1, 1],
    );
    const few = roundOf([Array.from({ length: 200 }, (_, j) => [j, 5] as const)], Array(200).fill(1));
    for (const problem of [many, few]) {
      const result = solveRound(problem);
      expect(result.pairs).toBe(Math.min(problem.residents, problem.volunteers));
      expect(checkCertificate(problem, result)).toEqual({ ok: true });
    }
  });

  it('tells its progress from beginning to end and never backwards', () => {
    const shares: number[] = [];
    const problem = makeRound(7, { residents: 40, volunteers: 30 });
    solveRound(problem, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('stops when it is cancelled, and says why it refuses', () => {
    const problem = roundOf([[[0, 7]]], [1]);
    expect(() => solveRound(problem, { isCancelled: () => true })).toThrow(RoundCancelled);
    expect(() => solveRound({ ...problem, fit: Int32Array.of(-1) })).toThrow(RoundRefused);
  });
});
