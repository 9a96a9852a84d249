import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partnersOf } from '../explanation/partners.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { compareRounds, withPinned } from './compare.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const at = (eastMeters: number) => ({ place: { eastMeters, northMeters: 0 } });

test('another partner for one costs the whole what it costs, and names whom it moves', () => {
  const input = {
    ...base,
    residents: [sampleResident({ id: 'a' }), sampleResident({ id: 'b', ...at(100), reachKilometers: 1 })],
    volunteers: [sampleVolunteer({ id: 'near' }), sampleVolunteer({ id: 'far', ...at(-4000) })],
  };
  const before = solveRoundOfPairs(input);
  const after = solveRoundOfPairs(withPinned(input, { residentId: 'a', volunteerId: 'near' }));
  expect(compareRounds(before, after)).toMatchObject({
    pairs: -1,
    urgency: -21,
    different: [
      { residentId: 'a', before: 'far', after: 'near' },
      { residentId: 'b', before: 'near', after: null },
    ],
  });
});

test('a decision takes the place of an earlier one for the same resident', () => {
  const input = { ...base, residents: [], volunteers: [], pinned: [{ residentId: 'a', volunteerId: 'v' }] };
  expect(withPinned(input, { residentId: 'a', volunteerId: 'w' }).pinned).toEqual([
    { residentId: 'a', volunteerId: 'w' },
  ]);
});

test('no decision makes the whole better, and the one the round has made itself costs nothing', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input = { ...base, ...sampleCrowd(seed, 10, 10) };
      const before = solveRoundOfPairs(input);
      for (const { residentId, volunteerId } of before.proposals.slice(0, 3)) {
        for (const partner of partnersOf(before, residentId).slice(0, 3)) {
          const pair = { residentId, volunteerId: partner.volunteerId };
          const { pairs, urgency, fit } = compareRounds(before, solveRoundOfPairs(withPinned(input, pair)));
          const first = [pairs, urgency, fit].find((difference) => difference !== 0) ?? 0;
          if (partner.volunteerId === volunteerId) expect([pairs, urgency, fit]).toEqual([0, 0, 0]);
          else expect(first).toBeLessThanOrEqual(0);
        }
      }
    }),
    { numRuns: 40 },
  );
});
