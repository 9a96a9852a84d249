import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weights202611 as weights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { runnerUpOf } from './runner-up.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const at = (eastMeters: number) => ({ place: { eastMeters, northMeters: 0 } });

test('the runner-up is the best fit besides the proposed volunteer, with the reason for standing back', () => {
  const volunteers = [sampleVolunteer({ id: 'near', ...at(0) }), sampleVolunteer({ id: 'far', ...at(2000) })];
  const round = solveRoundOfPairs({ ...base, residents: [sampleResident()], volunteers });
  expect(runnerUpOf(round, 'resident-1')).toMatchObject({
    volunteerId: 'far',
    proposedTo: [],
    reason: { code: 'fits_less', params: { difference: 125 } },
  });
});

test('a runner-up who fits better is needed by somebody else', () => {
  const residents = [
    sampleResident({ id: 'a', reachKilometers: 5 }),
    sampleResident({ id: 'b', ...at(100), reachKilometers: 1 }),
  ];
  const volunteers = [
    sampleVolunteer({ id: 'near', ...at(0) }),
    sampleVolunteer({ id: 'far', ...at(-4000) }),
  ];
  const round = solveRoundOfPairs({ ...base, residents, volunteers });
  expect(runnerUpOf(round, 'a')).toMatchObject({
    volunteerId: 'near',
    proposedTo: ['b'],
    reason: { code: 'fits_better_but_is_needed_elsewhere' },
  });
});

test('who has one candidate only, or has ruled the other out, has no runner-up', () => {
  const two = ['v1', 'v2'].map((id) => sampleVolunteer({ id }));
  const one = solveRoundOfPairs({ ...base, residents: [sampleResident()], volunteers: two.slice(1) });
  expect(runnerUpOf(one, 'resident-1')).toBeNull();
  const forbidden = [{ residentId: 'resident-1', volunteerId: 'v1' }];
  const ruledOut = solveRoundOfPairs({ ...base, residents: [sampleResident()], volunteers: two, forbidden });
  expect(runnerUpOf(ruledOut, 'resident-1')).toBeNull();
  expect(runnerUpOf(one, 'nobody')).toBeNull();
});

test('no runner-up fits better and is free: the round would have taken the better pair', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const round = solveRoundOfPairs({ ...base, ...sampleCrowd(seed, 8, 8) });
      for (const { residentId, fit } of round.proposals) {
        const runnerUp = runnerUpOf(round, residentId);
        if (!runnerUp || runnerUp.fit <= fit.total) continue;
        expect(runnerUp.proposedTo.length).toBeGreaterThan(0);
        expect(runnerUp.reason.code).toBe('fits_better_but_is_needed_elsewhere');
      }
    }),
  );
});
