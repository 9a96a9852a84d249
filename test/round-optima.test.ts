import { describe, expect, it } from 'vitest';
import { hashOf, KNOWN_OPTIMA, makeInstance, toFile, withoutCapacities } from '../bench/instances/known.ts';
import { checkCertificate } from '../src/matching/round/certificate.ts';
import { solveRound } from '../src/matching/round/solve.ts';

describe('the round solver', () => {
  it.each(KNOWN_OPTIMA.filter(({ make }) => make === 'city 1000' || make === 'city 5000'))(
    'finds and proves the known optimum of $make, capacities $capacities',
    ({ make, capacities, pairs, fit, hash }) => {
      const made = makeInstance(make);
      expect(hashOf(toFile(made))).toBe(hash);
      const problem = capacities ? made : withoutCapacities(made);
      const result = solveRound(problem);
      expect([result.pairs, result.fit]).toEqual([pairs, fit]);
      expect(checkCertificate(problem, result)).toEqual({ ok: true });
    },
  );
});
