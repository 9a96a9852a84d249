import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeAPair } from '../../fit/conditions.ts';
import { fitTotal } from '../../fit/fit.ts';
import { weights202611 as weights } from '../../fit/weights.ts';
import type { Party, Resident, Volunteer } from '../../people/party.ts';
import { able, sampleCrowd } from '../../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../../urgency/urgency.ts';
import { REFUSED } from '../types.ts';
import { Rating } from './rating.ts';

/** Things that happen to few, so that a crowd seldom has them: given to every third here. */
function rareThings(seed: number, index: number): Partial<Party> {
  const one = Math.abs(seed + index) % 7;
  if (index % 3 > 0) return {};
  const others = [0, 1, 2].map((other) => `person of ${one % 2 === 0 ? 'v' : 'r'}${other}`);
  const rare: Partial<Party>[] = [
    { householdIds: ['h'] },
    { employerIds: ['e'] },
    { keptApartFromIds: others },
    { formerPartnerIds: others },
    { formerPartnerIds: others, wantsAgainIds: others },
    { interests: ['walking', 'walking', 'music'] },
    { reachKilometers: 8.3, languages: [{ ...able('en', 6), speak: 2 }, able('ne', 3)] },
  ];
  return rare[one]!;
}

function rareCrowd(seed: number): { residents: Resident[]; volunteers: Volunteer[] } {
  const { residents, volunteers } = sampleCrowd(seed, 12, 30);
  const tasks = ['speak', 'read', 'write', 'phone'] as const;
  return {
    residents: residents.map((resident, index) => ({
      ...resident,
      ...rareThings(seed, index),
      task: tasks[index % tasks.length]!,
    })),
    volunteers: volunteers.map((volunteer, index) => ({ ...volunteer, ...rareThings(seed + 3, index) })),
  };
}

test('a rating says of any two what the conditions and the factors say', () => {
  let pairs = 0;
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -1, max: 800 }), (seed, above) => {
      const { residents, volunteers } = rareCrowd(seed);
      const forbidden = [{ residentId: 'r1', volunteerId: 'v1' }];
      const input = { residents, volunteers, forbidden, weights, urgencyWeights, today_on: '2026-11-22' };
      const rating = new Rating({ input, residents, volunteers, urgencies: [] });
      residents.forEach((resident, row) => {
        volunteers.forEach((volunteer, column) => {
          const isRuledOut = resident.id === 'r1' && volunteer.id === 'v1';
          const isPair = !isRuledOut && mayBeAPair(resident, volunteer, weights.limits);
          const fit = isPair ? fitTotal(resident, volunteer, weights) : REFUSED;
          expect(rating.mayPair(row, column)).toBe(isPair);
          expect(rating.rate(row, column)).toBe(fit);
          expect(rating.rate(row, column, above)).toBe(fit > above ? fit : REFUSED);
          if (isPair) pairs++;
        });
      });
    }),
    { numRuns: 60, seed: 22 },
  );
  expect(pairs).toBeGreaterThan(1000);
});
