import { toPlace } from '../dispatch/plane.ts';
import type { LanguageAbility, Level } from '../dispatch/types.ts';
import { toWeekly } from '../dispatch/weekly.ts';
import { weights202611 } from '../fit/weights.ts';
import type { RoundOfPairs } from '../pairs/types.ts';
import type { Party, Resident, Volunteer } from '../people/party.ts';
import { urgencyWeights202611 } from '../urgency/urgency.ts';

const shinjuku = { area: 'Shinjuku', place: toPlace(35.706, 139.704) };
const nakano = { area: 'Nakano', place: toPlace(35.707, 139.664) };
const suginami = { area: 'Suginami', place: toPlace(35.699, 139.636) };
const toshima = { area: 'Toshima', place: toPlace(35.73, 139.713) };

const saturdays = toWeekly([{ weekday: 5, fromSlot: 20, toSlot: 30 }]);
const sundays = toWeekly([{ weekday: 6, fromSlot: 24, toSlot: 34 }]);
const weekends = toWeekly([5, 6].map((weekday) => ({ weekday, fromSlot: 20, toSlot: 34 })));
const evenings = toWeekly([1, 3].map((weekday) => ({ weekday, fromSlot: 37, toSlot: 42 })));

/** A round small enough to follow by hand: five invented residents, four invented volunteers. */
export const exampleRound: RoundOfPairs = {
  today_on: '2026-11-22',
  weights: weights202611,
  urgencyWeights: urgencyWeights202611,
  residents: [
    resident('Sita', '2026-08-30', {
      ...shinjuku,
      languages: languages({ ne: 6, en: 2, ja: 1 }),
      weekly: saturdays,
      purposes: ['talk', 'procedures'],
    }),
    resident('Linh', '2026-10-04', {
      ...toshima,
      languages: languages({ vi: 6, ja: 2 }),
      spokenJapanese: 2,
      weekly: evenings,
      purposes: ['practice_japanese'],
      interests: ['music'],
    }),
    resident('Maria', '2026-10-18', {
      ...nakano,
      languages: languages({ es: 6, en: 5 }),
      weekly: weekends,
      purposes: ['friend_for_child', 'talk'],
      childAges: [4],
      interests: ['cooking'],
    }),
    resident('Daniel', '2026-11-15', {
      ...suginami,
      languages: languages({ en: 6 }),
      weekly: saturdays,
      purposes: ['talk'],
      interests: ['music'],
    }),
    resident('Mei', '2026-11-01', {
      ...shinjuku,
      languages: languages({ 'zh-Hans': 6, en: 4 }),
      weekly: saturdays,
      purposes: ['talk', 'culture'],
      interests: ['cooking'],
    }),
  ],
  volunteers: [
    volunteer('Keiko', {
      ...nakano,
      languages: languages({ ja: 6, en: 5 }),
      weekly: weekends,
      offers: ['talk', 'culture'],
      interests: ['cooking', 'music'],
      completedPairs: 2,
    }),
    volunteer('the Tanakas', {
      ...suginami,
      personIds: ['Mr. Tanaka', 'Ms. Tanaka'],
      adultGenders: ['male', 'female'],
      languages: languages({ ja: 6, en: 4 }),
      weekly: weekends,
      offers: ['talk', 'friend_for_child'],
      childAges: [5],
    }),
    volunteer('Hiroshi', {
      ...suginami,
      languages: languages({ ja: 6, ne: 4 }),
      weekly: sundays,
      offers: ['talk', 'procedures'],
    }),
    volunteer('Yuki', {
      ...toshima,
      languages: languages({ ja: 6 }),
      isAtEaseWithEasyJapanese: true,
      weekly: evenings,
      offers: ['practice_japanese'],
      interests: ['music'],
    }),
  ],
};

function party(name: string): Omit<Party, 'area' | 'place' | 'languages' | 'weekly'> {
  return {
    id: name,
    personIds: [name],
    householdIds: [],
    employerIds: [],
    isInPool: true,
    reachKilometers: 8,
    isOnlineOk: false,
    adultGenders: ['female'],
    childAges: [],
    hasPets: false,
    smokes: false,
    wishes: { gender: null, withoutChildren: false, withoutPets: false, withoutSmoking: false },
    interests: [],
    formerPartnerIds: [],
    wantsAgainIds: [],
    keptApartFromIds: [],
  };
}

type Home = Pick<Party, 'area' | 'place' | 'languages' | 'weekly'>;

function resident(name: string, since_on: string, more: Home & Partial<Resident>): Resident {
  const waiting = { since_on, pausedDays: 0, need: 0, fallenThrough: 0 } as const;
  const asked = { task: 'speak', purposes: [], requiredPurposes: [], wantsExperience: [] } as const;
  return { ...party(name), spokenJapanese: 1, ...asked, waiting, ...more };
}

function volunteer(name: string, more: Home & Partial<Volunteer>): Volunteer {
  const base = {
    isAtEaseWithEasyJapanese: false,
    offers: [],
    experienceIn: [],
    capacity: 1,
    currentPairs: 0,
    completedPairs: 0,
  };
  return { ...party(name), ...base, ...more };
}

function languages(levels: Readonly<Record<string, Level>>): LanguageAbility[] {
  return Object.entries(levels).map(([language, level]) => ({
    language,
    speak: level,
    read: level,
    write: level,
    phone: level,
  }));
}
