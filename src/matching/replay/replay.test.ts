import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FitWeights, weights202611 } from '../fit/weights.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { replayRounds } from './replay.ts';

const { points } = weights202611;
const interestsFirst: FitWeights = {
  ...weights202611,
  version: 'trial',
  points: { ...points, distance: 50, interests: 300 },
};

test('a replay names who would have been paired differently', () => {
  const round = {
    id: 'october',
    today_on: '2026-10-15',
    urgencyWeights,
    residents: [sampleResident({ interests: ['tea'] })],
    volunteers: [
      sampleVolunteer({ id: 'near' }),
      sampleVolunteer({ id: 'tea', interests: ['tea'], place: { eastMeters: 4000, northMeters: 0 } }),
    ],
  };
  expect(replayRounds([round], weights202611, interestsFirst)).toEqual([
    {
      id: 'october',
      pairsBefore: 1,
      pairsAfter: 1,
      different: [{ residentId: 'resident-1', before: 'near', after: 'tea' }],
    },
  ]);
});

test('under the same weights nobody is paired differently, under other points as many are paired', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const round = { id: 'r', today_on: '2026-11-22', urgencyWeights, ...sampleCrowd(seed, 10, 8) };
      expect(replayRounds([round], weights202611, weights202611)[0]!.different).toEqual([]);
      const [trial] = replayRounds([round], weights202611, interestsFirst);
      expect(trial!.pairsAfter).toBe(trial!.pairsBefore);
    }),
  );
});
