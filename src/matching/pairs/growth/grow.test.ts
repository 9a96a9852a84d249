import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weights202611 as weights } from '../../fit/weights.ts';
import { sampleCrowd } from '../../people/samples.ts';
import { checkCertificate } from '../../round/certificate.ts';
import { fingerprint } from '../../round/fingerprint.ts';
import { solveRound } from '../../round/solve.ts';
import { newTicker } from '../../round/ticker.ts';
import { urgencyWeights202611 as urgencyWeights } from '../../urgency/urgency.ts';
import { allCandidates } from '../candidates.ts';
import { groundOf } from '../ground.ts';
import { peopleOfRound, problemOf } from '../prepare.ts';
import { center } from './center.ts';
import { growSolution } from './grow.ts';
import { oneHand } from './hands.ts';
import { Lookout } from './search.ts';

const ticker = newTicker({});
const base = { today_on: '2026-11-22', weights, urgencyWeights };

function groundFor(seed: number, residents: number, volunteers: number) {
  return groundOf(peopleOfRound({ ...base, ...sampleCrowd(seed, residents, volunteers) }));
}

const start = { near: 2, scattered: 1 };

// Nothing is kept an eye on, so that whoever is missed is missed beyond the pool; prices move alone as often as they can.
const careless = { margin: 0, choice: { most: 2, slack: 0 }, few: 1 };

test('however few candidates it starts with and keeps an eye on, a round is the best of all and proved', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const ground = groundFor(seed, 120, 110);
      const problem = problemOf(
        ground,
        oneHand(new Lookout(ground)).search({ kind: 'first', start }, ticker),
      );
      const first = { problem, isComplete: false, result: solveRound(problem) };
      const { result } = growSolution(ground, first, ticker, careless);
      const all = problemOf(ground, allCandidates(ground, ticker));
      const best = solveRound(all);
      expect([result.pairs, result.urgency, result.fit]).toEqual([best.pairs, best.urgency, best.fit]);
      const certificate = { ...result.certificate, problem: fingerprint(all) };
      expect(checkCertificate(all, { ...result, certificate })).toEqual({ ok: true });
    }),
    { numRuns: 40 },
  );
});

test('prices in the middle prove the same round', () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const ground = groundFor(seed, 40, 35);
      const problem = problemOf(ground, allCandidates(ground, ticker));
      const result = solveRound(problem);
      const middle = center({ problem, isComplete: true, result });
      expect(checkCertificate(problem, middle.result)).toEqual({ ok: true });
      if (String(middle.result.certificate.price.residents) !== String(result.certificate.price.residents))
        moved++;
    }),
    { numRuns: 40 },
  );
  expect(moved).toBeGreaterThan(20);
});
