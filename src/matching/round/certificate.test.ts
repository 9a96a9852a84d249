import { describe, expect, it } from 'vitest';
import { checkCertificate } from './certificate.ts';
import { fingerprintOfPairs } from './fingerprint.ts';
import { makeRound, newRandom } from './samples/small-rounds.ts';
import { solveRound } from './solve.ts';
import type { RoundProblem, RoundResult } from './types.ts';

type Bent = readonly [problem: RoundProblem, result: RoundResult];

/** A copy of an array of numbers with one value moved. */
function bend<A extends Int32Array | Float64Array>(values: A, at: number, by: number): A {
  const copy = values.slice() as A;
  copy[at]! += by;
  return copy;
}

/** Every result that differs from a right one in a single pair, total, dual value or score. */
function* bendings(problem: RoundProblem, result: RoundResult, by: number): Generator<Bent> {
  const { certificate } = result;
  const { cover, price } = certificate;
  for (let i = 0; i < problem.residents; i++) {
    for (let volunteer = -1; volunteer < problem.volunteers; volunteer++) {
      const volunteerOf = result.volunteerOf.slice();
      volunteerOf[i] = volunteer;
      if (volunteer !== result.volunteerOf[i]) yield [problem, { ...result, volunteerOf }];
    }
    const covers = { ...cover, residents: bend(cover.residents, i, by) };
    yield [problem, { ...result, certificate: { ...certificate, cover: covers } }];
    const prices = { ...price, residents: bend(price.residents, i, by) };
    yield [problem, { ...result, certificate: { ...certificate, price: prices } }];
  }
  for (let j = 0; j < problem.volunteers; j++) {
    const covers = { ...cover, volunteers: bend(cover.volunteers, j, by) };
    yield [problem, { ...result, certificate: { ...certificate, cover: covers } }];
    const prices = { ...price, volunteers: bend(price.volunteers, j, by) };
    yield [problem, { ...result, certificate: { ...certificate, price: prices } }];
  }
  for (const total of ['pairs', 'urgency', 'fit'] as const)
    yield [problem, { ...result, [total]: result[total] + by }];
  for (let p = 0; p < problem.fit.length; p++) yield [{ ...problem, fit: bend(problem.fit, p, by) }, result];
}

describe('the certificate', () => {
  it('refuses a result in which one pair, one total, one score or one dual value was changed', () => {
    let tried = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const problem = makeRound(seed, { residents: 6, volunteers: 5 });
      const result = solveRound(problem);
      const by = [1, -1, 2, -7][seed % 4]!;
      for (const [bentProblem, bentResult] of bendings(problem, result, by)) {
        expect(checkCertificate(bentProblem, bentResult).ok, `seed ${seed}`).toBe(false);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(5000);
  });

  it('refuses a feasible round that is not the best, whatever its dual values are', () => {
    const random = newRandom(1);
    const problem = {
      residents: 2,
      volunteers: 2,
      rowPtr: Int32Array.of(0, 2, 4),
      column: Int32Array.of(0, 1, 0, 1),
      fit: Int32Array.of(5, 1, 1, 5),
      capacity: Int32Array.of(1, 1),
    };
    const best = solveRound(problem);
    const draw = () => Math.floor(random() * 13) - 6;
    for (let trial = 0; trial < 2000; trial++) {
      const price = {
        residents: Float64Array.of(draw(), draw()),
        volunteers: Float64Array.of(draw(), draw()),
      };
      const volunteerOf = Int32Array.of(1, 0);
      const certificate = { ...best.certificate, pairs: fingerprintOfPairs(volunteerOf), price };
      const worse = { ...best, volunteerOf, fit: 2, certificate };
      expect(checkCertificate(problem, worse).ok).toBe(false);
    }
  });

  it('refuses arrays of another length and the certificate of another round', () => {
    const problem = makeRound(5, { residents: 6, volunteers: 5 });
    const result = solveRound(problem);
    const short = { ...result, volunteerOf: new Int32Array(problem.residents + 1) };
    expect(checkCertificate(problem, short)).toEqual({
      ok: false,
      because: 'the_certificate_has_another_size',
    });
    const other = { ...problem, capacity: problem.capacity.map((places) => places + 1) };
    expect(checkCertificate(other, result).ok).toBe(false);
  });
});
