import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWeekly } from '../dispatch/weekly.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { able, sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { fitOf, fitTotal } from './fit.ts';
import { bestFit, checkWeights, type FactorName, weights202611 } from './weights.ts';

function part(factor: FactorName, resident: Partial<Resident>, volunteer: Partial<Volunteer> = {}) {
  const fit = fitOf(sampleResident(resident), sampleVolunteer(volunteer), weights202611);
  const found = fit.parts.find((one) => one.factor === factor)!;
  return { points: found.points, code: found.reason.code };
}

const allWeek = toWeekly([0, 1, 2, 3, 4].map((weekday) => ({ weekday, fromSlot: 0, toSlot: 48 })));

const cases: [FactorName, Partial<Resident>, Partial<Volunteer>, points: number, code: string][] = [
  ['distance', {}, {}, 250, 'live_near'],
  ['distance', { place: { eastMeters: 2000, northMeters: 0 } }, {}, 125, 'live_near'],
  ['distance', { place: { eastMeters: 9000, northMeters: 0 } }, {}, 0, 'meet_online'],
  ['common_time', { weekly: allWeek }, { weekly: allWeek }, 150, 'common_time'],
  ['common_time', {}, {}, 50, 'common_time'],
  ['language', { languages: [able('en', 6)] }, { languages: [able('en', 3)] }, 120, 'shared_language'],
  ['language', { languages: [able('en', 6)] }, { languages: [able('en', 5)] }, 200, 'shared_language'],
  [
    'language',
    { languages: [able('en', 2), able('ja', 2)], spokenJapanese: 2 },
    { languages: [able('ja', 6)], isAtEaseWithEasyJapanese: true },
    80,
    'easy_japanese',
  ],
  ['purposes', { purposes: ['talk', 'culture'] }, {}, 75, 'offers'],
  ['purposes', { purposes: ['culture'] }, {}, 0, 'offers_nothing_asked_for'],
  ['purposes', { purposes: [] }, {}, 75, 'asks_for_nothing_special'],
  ['interests', { interests: ['tea', 'go'] }, { interests: ['go', 'tea'] }, 80, 'common_interests'],
  ['interests', { interests: ['tea'] }, {}, 0, 'no_common_interest'],
  ['family', { childAges: [3, 9] }, { childAges: [5] }, 56, 'children_of_like_age'],
  ['family', { childAges: [1] }, { childAges: [17] }, 24, 'children_of_like_age'],
  ['family', {}, {}, 48, 'both_without_children'],
  ['family', { childAges: [3] }, {}, 0, 'one_side_with_children'],
  ['experience', {}, { completedPairs: 1 }, 24, 'has_completed_pairs'],
  ['experience', {}, {}, 0, 'first_pair'],
  ['load', {}, { capacity: 2, currentPairs: 1 }, 15, 'has_pairs_now'],
  ['load', {}, {}, 30, 'has_no_pair_now'],
];

describe('each factor gives whole points and a reason', () => {
  test.each(cases)('%s of %j with %j is %i, because %s', (factor, resident, volunteer, points, code) => {
    expect(part(factor, resident, volunteer)).toEqual({ points, code });
  });
});

test('the fit is a whole number from 0 to 1000, the sum of its parts, and the same without them', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { residents, volunteers } = sampleCrowd(seed, 1, 1);
      const fit = fitOf(residents[0]!, volunteers[0]!, weights202611);
      expect(fit.total).toBe(fit.parts.reduce((sum, { points }) => sum + points, 0));
      expect(fit.total).toBe(fitTotal(residents[0]!, volunteers[0]!, weights202611));
      expect(Number.isInteger(fit.total) && fit.total >= 0 && fit.total <= bestFit).toBe(true);
    }),
  );
});

test('who the two are changes nothing: the same people under other names fit as well', () => {
  const named = fitOf(sampleResident({ id: 'a' }), sampleVolunteer({ id: 'b' }), weights202611);
  expect(named.total).toBe(fitOf(sampleResident(), sampleVolunteer(), weights202611).total);
});

test('weights that do not add up to 1000, or leave no room, are refused', () => {
  const { points, limits } = weights202611;
  expect(() => checkWeights(weights202611)).not.toThrow();
  expect(() => checkWeights({ ...weights202611, points: { ...points, load: 31 } })).toThrow('add up to 1001');
  expect(() => checkWeights({ ...weights202611, points: { ...points, load: 29.5 } })).toThrow(
    'whole numbers',
  );
  expect(() => checkWeights({ ...weights202611, plentyMinutes: limits.commonMinutes })).toThrow('no room');
});
