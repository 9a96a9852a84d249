import { describe, expect, test } from 'vitest';
import { toWeekly } from '../dispatch/weekly.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { able, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { brokenConditions, mayBeAPair } from './conditions.ts';
import { weights202611 } from './weights.ts';

const { limits } = weights202611;
const noWish = sampleResident().wishes;
const far = { eastMeters: 9000, northMeters: 0 };
const saturday = (fromSlot: number, toSlot: number) => toWeekly([{ weekday: 5, fromSlot, toSlot }]);
const inNepali = { languages: [able('ne', 6)] };

function reasonFor(resident: Partial<Resident>, volunteer: Partial<Volunteer> = {}): string | undefined {
  const broken = brokenConditions(sampleResident(resident), sampleVolunteer(volunteer), limits);
  expect(broken.length).toBeLessThanOrEqual(1);
  return broken[0]?.reason.code;
}

const refused: [why: string, code: string, resident: Partial<Resident>, volunteer?: Partial<Volunteer>][] = [
  ['the resident has paused', 'resident_is_not_in_pool', { isInPool: false }],
  ['the volunteer has paused', 'volunteer_is_not_in_pool', {}, { isInPool: false }],
  ['all places are taken', 'volunteer_has_no_free_place', {}, { capacity: 2, currentPairs: 2 }],
  ['they share no language', 'no_shared_language', inNepali],
  ['one of them is at A2 in it', 'no_shared_language', {}, { languages: [able('en', 2)] }],
  [
    'they share a language for talking only and the task is reading',
    'no_shared_language',
    { task: 'read' },
    { languages: [{ ...able('en', 4), read: 1 }] },
  ],
  [
    'Easy Japanese is offered below A2',
    'no_shared_language',
    { ...inNepali, spokenJapanese: 1 },
    { isAtEaseWithEasyJapanese: true },
  ],
  [
    'Easy Japanese would have to carry a phone call',
    'no_shared_language',
    { ...inNepali, spokenJapanese: 3, task: 'phone' },
    { isAtEaseWithEasyJapanese: true },
  ],
  ['they share an hour and a half', 'too_little_common_time', { weekly: saturday(20, 23) }],
  ['nine kilometers are between them', 'too_far', { place: far }],
  ['only one of them meets online', 'too_far', { place: far, isOnlineOk: true }],
  [
    'the volunteer travels two kilometers',
    'too_far',
    { place: { ...far, eastMeters: 2500 } },
    { reachKilometers: 2 },
  ],
  ['the resident wishes for a man', 'resident_wishes_gender', { wishes: { ...noWish, gender: 'male' } }],
  [
    'the volunteer wishes for a woman and a couple comes',
    'volunteer_wishes_gender',
    { adultGenders: ['female', 'male'] },
    { wishes: { ...noWish, gender: 'female' } },
  ],
  [
    'a gender wish meets somebody who did not say',
    'resident_wishes_gender',
    { wishes: { ...noWish, gender: 'female' } },
    { adultGenders: [null] },
  ],
  [
    'children would come although the volunteer asked for none',
    'volunteer_wishes_no_children',
    { childAges: [3] },
    { wishes: { ...noWish, withoutChildren: true } },
  ],
  [
    'there is a cat',
    'resident_wishes_no_pets',
    { wishes: { ...noWish, withoutPets: true } },
    { hasPets: true },
  ],
  [
    'somebody smokes',
    'volunteer_wishes_no_smoking',
    { smokes: true },
    { wishes: { ...noWish, withoutSmoking: true } },
  ],
  [
    'something required is not offered',
    'required_purpose_is_not_offered',
    { purposes: ['talk', 'procedures'], requiredPurposes: ['talk', 'procedures'] },
  ],
  ['the experience needed is missing', 'experience_is_missing', { wantsExperience: ['newborn'] }],
  [
    'one of two kinds of experience is missing',
    'experience_is_missing',
    { wantsExperience: ['newborn', 'disability'] },
    { experienceIn: ['disability'] },
  ],
  [
    'a restriction was written on the resident',
    'kept_apart',
    { keptApartFromIds: ['person of volunteer-1'] },
  ],
  [
    'a restriction was written on the volunteer',
    'kept_apart',
    {},
    { keptApartFromIds: ['person of resident-1'] },
  ],
  ['they live together', 'same_household', { householdIds: ['h'] }, { householdIds: ['h'] }],
  ['they are the same person', 'same_household', { personIds: ['p'] }, { personIds: ['p'] }],
  ['they work for the same employer', 'same_employer', { employerIds: ['e'] }, { employerIds: ['e'] }],
  ['they were a pair', 'former_pair', { formerPartnerIds: ['person of volunteer-1'] }],
  [
    'they were a pair and only one asks again',
    'former_pair',
    { formerPartnerIds: ['person of volunteer-1'], wantsAgainIds: ['person of volunteer-1'] },
  ],
];

describe('two people cannot be a pair when', () => {
  test.each(refused)('%s', (_why, code, resident, volunteer) => {
    expect(reasonFor(resident, volunteer)).toBe(code);
  });
});

const allowed: [why: string, resident: Partial<Resident>, volunteer?: Partial<Volunteer>][] = [
  ['nothing speaks against it', {}],
  ['they share exactly two hours', { weekly: saturday(24, 28) }],
  ['they are exactly eight kilometers apart', { place: { ...far, eastMeters: 8000 } }],
  ['they are far apart and both meet online', { place: far, isOnlineOk: true }, { isOnlineOk: true }],
  [
    'the resident has A2 and the volunteer is at ease with Easy Japanese',
    { ...inNepali, spokenJapanese: 2 },
    { isAtEaseWithEasyJapanese: true },
  ],
  [
    'a former pair asks again from both sides',
    { formerPartnerIds: ['person of volunteer-1'], wantsAgainIds: ['person of volunteer-1'] },
    { wantsAgainIds: ['person of resident-1'] },
  ],
  [
    'everything required is offered, and what is only asked for is not',
    { purposes: ['talk', 'procedures', 'culture'], requiredPurposes: ['talk', 'procedures'] },
    { offers: ['procedures', 'talk'] },
  ],
  [
    'the experience needed is there',
    { wantsExperience: ['newborn'] },
    { experienceIn: ['disability', 'newborn'] },
  ],
  ['the volunteer has one of two places free', {}, { capacity: 2, currentPairs: 1 }],
];

describe('two people can be a pair when', () => {
  test.each(allowed)('%s', (_why, resident, volunteer) => {
    expect(reasonFor(resident, volunteer)).toBeUndefined();
    expect(mayBeAPair(sampleResident(resident), sampleVolunteer(volunteer), limits)).toBe(true);
  });
});
