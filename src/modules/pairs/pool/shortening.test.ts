import { describe, expect, test } from 'vitest';
import {
  type Resident,
  toWeekly,
  type Volunteer,
  type Wishes,
  weights202611,
} from '../../../matching/index.ts';
import { chancesOf } from './shortening.ts';

const saturday = toWeekly([{ weekday: 5, fromSlot: 20, toSlot: 26 }]);
const sundayMorning = toWeekly([{ weekday: 6, fromSlot: 18, toSlot: 24 }]);
const none: Wishes = { gender: null, withoutChildren: false, withoutPets: false, withoutSmoking: false };

const party = {
  householdIds: [],
  employerIds: [],
  isInPool: true,
  place: { eastMeters: 0, northMeters: 0 },
  area: '13107',
  reachKilometers: 5,
  isOnlineOk: false,
  languages: [{ language: 'en', speak: 5, read: 5, write: 5, phone: 5 }],
  weekly: saturday,
  adultGenders: [],
  childAges: [],
  hasPets: false,
  smokes: false,
  wishes: none,
  interests: [],
  formerPartnerIds: [],
  wantsAgainIds: [],
  keptApartFromIds: [],
} as const;
const linh: Resident = {
  ...party,
  id: 'linh',
  personIds: ['linh'],
  spokenJapanese: 0,
  task: 'speak',
  purposes: ['talk'],
  requiredPurposes: [],
  wantsExperience: [],
  waiting: { since_on: '2026-11-01', pausedDays: 0, need: 0, fallenThrough: 0 },
};
const some = (count: number, more: Partial<Volunteer>): Volunteer[] =>
  Array.from({ length: count }, (_, at) => ({
    ...party,
    id: `${JSON.stringify(more)} ${at}`,
    personIds: [],
    isAtEaseWithEasyJapanese: false,
    offers: ['talk'],
    experienceIn: [],
    capacity: 1,
    currentPairs: 0,
    completedPairs: 0,
    ...more,
  }));
const far = { place: { eastMeters: 8000, northMeters: 0 }, reachKilometers: 10 };
const chances = (volunteers: Volunteer[], resident: Partial<Resident> = {}) =>
  chancesOf({ ...linh, ...resident }, { volunteers, notAgain: [] }, weights202611);

describe('what would shorten a wait', () => {
  test('is told in numbers of volunteers who would fit besides those who do', () => {
    const told = chances([
      ...some(2, {}),
      ...some(3, { weekly: sundayMorning }),
      ...some(7, { ...far, isOnlineOk: true }),
    ]);
    expect(told.fitNow).toBe(2);
    expect(told.shortenings).toEqual([
      { change: { code: 'also_meet_online', params: {} }, volunteers: 7 },
      { change: { code: 'travel_farther', params: { limit_km: 9 } }, volunteers: 7 },
      { change: { code: 'free_also', params: { day: 6, part: 'morning' } }, volunteers: 3 },
    ]);
  });

  test('does not count few who smoke, so that nobody is known by it', () => {
    const wishes = { ...none, withoutSmoking: true };
    const change = { code: 'open_to_smoking', params: {} };
    expect(chances(some(4, { smokes: true }), { wishes }).shortenings).toEqual([
      { change, volunteers: null },
    ]);
    expect(chances(some(5, { smokes: true }), { wishes }).shortenings).toEqual([{ change, volunteers: 5 }]);
  });

  test('is never to give up the wish for a gender', () => {
    const wishes = { ...none, gender: 'female' } as const;
    expect(chances(some(9, { adultGenders: ['male'] }), { wishes }).shortenings).toEqual([]);
  });

  test('leaves out with whom it came to nothing lately', () => {
    const volunteers = some(1, {});
    const notAgain = [{ residentId: 'linh', volunteerId: volunteers[0]?.id ?? '' }];
    expect(chancesOf(linh, { volunteers, notAgain }, weights202611).fitNow).toBe(0);
  });
});
