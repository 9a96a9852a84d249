import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partnersOf } from '../explanation/partners.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { checkCertificate } from '../round/certificate.ts';
import { fingerprint } from '../round/fingerprint.ts';
import { newTicker } from '../round/ticker.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { groundOf } from './ground.ts';
import { peopleOfRound, prepareGround } from './prepare.ts';
import { solveRoundOfPairs } from './round-of-pairs.ts';
import { solveGround } from './solve.ts';
import type { Solution } from './types.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const none = 0;
const everybody = Number.POSITIVE_INFINITY;

/** The same round solved with grown candidates, and judged by the problem with all of them. */
function solveBothWays(residents: readonly Resident[], volunteers: readonly Volunteer[], decided = {}) {
  const people = { ...base, residents, volunteers, ...decided };
  const ground = groundOf(peopleOfRound(people));
  const grown = solveGround(ground, {}, none);
  const all = prepareGround(ground, everybody, newTicker({}));
  const best = solveGround(ground, {}, everybody);
  return { grown, best, all: all.problem };
}

/** The pairs and the dual values as they are, put to the problem that holds everybody. */
function holdsAgainst(problem: Solution['problem'], { result }: Solution) {
  const certificate = { ...result.certificate, problem: fingerprint(problem) };
  return checkCertificate(problem, { ...result, certificate });
}

test('a round of grown candidates is the best of all, and its certificate holds against everybody', () => {
  let kept = 0;
  let possible = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { residents, volunteers } = sampleCrowd(seed, 150, 500);
      const { grown, best, all } = solveBothWays(residents, volunteers);
      const totals = ({ result: { pairs, urgency, fit } }: Solution) => ({ pairs, urgency, fit });
      expect(totals(grown)).toEqual(totals(best));
      expect(holdsAgainst(all, grown)).toEqual({ ok: true });
      kept += grown.problem.column.length;
      possible += all.column.length;
    }),
    { numRuns: 20 },
  );
  expect(kept).toBeLessThan(0.8 * possible);
});

test('decisions of the coordinator hold in a round of grown candidates, and cost what they cost', () => {
  const { residents, volunteers } = sampleCrowd(5, 150, 500);
  const [one, two] = solveRoundOfPairs({ ...base, residents, volunteers }).proposals;
  const other = partnersOf(solveRoundOfPairs({ ...base, residents, volunteers }), one!.residentId).at(-1)!;
  const decided = {
    pinned: [{ residentId: one!.residentId, volunteerId: other.volunteerId }],
    forbidden: [{ residentId: two!.residentId, volunteerId: two!.volunteerId }],
  };
  const { grown, best, all } = solveBothWays(residents, volunteers, decided);
  expect([grown.result.pairs, grown.result.fit]).toEqual([best.result.pairs, best.result.fit]);
  expect(holdsAgainst(all, grown)).toEqual({ ok: true });
});

test('people of one estate are all paired although few of their candidates are kept', () => {
  for (const [count, others] of [
    [150, 200],
    [300, 300],
  ] as const) {
    const residents = Array.from({ length: count }, (_, index) => sampleResident({ id: `r${index}` }));
    const volunteers = Array.from({ length: others }, (_, index) => sampleVolunteer({ id: `v${index}` }));
    const { grown, all } = solveBothWays(residents, volunteers);
    expect(grown.result.pairs).toBe(count);
    expect(grown.problem.column.length).toBeLessThan(all.column.length / 2);
    expect(holdsAgainst(all, grown)).toEqual({ ok: true });
  }
});
