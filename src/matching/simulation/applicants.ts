import type { LanguageAbility, Level } from '../dispatch/types.ts';
import { toWeekly } from '../dispatch/weekly.ts';
import type { Party, Purpose, Resident, Volunteer } from '../people/party.ts';
import { weekdays } from '../people/week.ts';
import { chance, weightedChance, wholeChance } from './chance.ts';
import { drawHome, everybody, foreignResidents } from './city.ts';

/**
 * First languages of residents in thousands, from the ten largest groups of foreign residents of Tokyo
 * (2022-01-01); only the language enters the simulation.
 */
const firstLanguages = [
  ['zh-Hans', 203],
  ['ko', 83],
  ['vi', 34],
  ['fil', 33],
  ['ne', 24],
  ['zh-Hant', 17],
  ['en', 47],
  ['hi', 13],
  ['my', 11],
  ['th', 7],
  ['es', 20],
  ['uk', 10],
] as const;

/** Share of volunteers who speak a language besides Japanese; assumed, English by far the most common. */
const volunteersWhoSpeak = [
  ['en', 0.75],
  ['zh-Hans', 0.15],
  ['ko', 0.1],
  ['vi', 0.03],
  ['fil', 0.02],
  ['ne', 0.015],
  ['zh-Hant', 0.04],
  ['hi', 0.01],
  ['my', 0.01],
  ['th', 0.02],
  ['es', 0.05],
  ['uk', 0.005],
] as const;

const purposes: readonly Purpose[] = [
  'talk',
  'practice_japanese',
  'daily_life',
  'procedures',
  'raise_children',
  'friend_for_child',
  'culture',
];

const interests = [
  'cooking',
  'walking',
  'music',
  'film',
  'sport',
  'books',
  'crafts',
  'travel',
  'gardens',
  'games',
];

/** Draws a resident who becomes ready for a pair on the given day. */
export function drawResident(seed: number, id: string, since_on: string): Resident {
  const first = weightedChance(seed, `${id} language`, firstLanguages);
  const japanese = weightedChance<Level>(seed, `${id} japanese`, [
    [0, 10],
    [1, 30],
    [2, 30],
    [3, 20],
    [4, 10],
  ]);
  const english = first === 'en' ? 6 : (wholeChance(seed, `${id} english`, [0, 5]) as Level);
  const need = weightedChance(seed, `${id} need`, [
    [0, 70],
    [1, 18],
    [2, 9],
    [3, 3],
  ] as const);
  return {
    ...drawParty(seed, id, drawHome(seed, id, foreignResidents)),
    languages: languagesOf([
      [first, 6],
      ['en', english],
      ['ja', japanese],
    ]),
    spokenJapanese: japanese,
    task: 'speak',
    purposes: purposes.filter((purpose) => chance(seed, `${id} wants ${purpose}`) < 0.4),
    requiredPurposes: [],
    wantsExperience: [],
    waiting: { since_on, pausedDays: 0, need, fallenThrough: 0 },
  };
}

/** Draws a volunteer as the organization knows them after interview and training. */
export function drawVolunteer(seed: number, id: string): Volunteer {
  const spoken = volunteersWhoSpeak.filter(([tag, share]) => chance(seed, `${id} speaks ${tag}`) < share);
  return {
    ...drawParty(seed, id, drawHome(seed, id, everybody)),
    languages: languagesOf([
      ['ja', 6],
      ...spoken.map(([tag]) => [tag, wholeChance(seed, `${id} level ${tag}`, [2, 6]) as Level] as const),
    ]),
    isAtEaseWithEasyJapanese: chance(seed, `${id} easy`) < 0.6,
    offers: purposes.filter((purpose) => chance(seed, `${id} offers ${purpose}`) < 0.6),
    experienceIn: [],
    capacity: chance(seed, `${id} capacity`) < 0.9 ? 1 : 2,
    currentPairs: 0,
    completedPairs: 0,
  };
}

function drawParty(seed: number, id: string, home: Pick<Party, 'area' | 'place'>): Omit<Party, 'languages'> {
  const has = (what: string, share: number) => chance(seed, `${id} ${what}`) < share;
  const isWoman = has('gender', 0.62);
  return {
    ...home,
    id,
    personIds: [id],
    householdIds: [],
    employerIds: [],
    isInPool: true,
    reachKilometers: wholeChance(seed, `${id} reach`, [5, 12]),
    isOnlineOk: has('online', 0.6),
    weekly: drawWeek(seed, id),
    adultGenders: [isWoman ? 'female' : 'male'],
    childAges: has('children', 0.25) ? [wholeChance(seed, `${id} child`, [0, 12])] : [],
    hasPets: has('pets', 0.15),
    smokes: has('smokes', 0.1),
    wishes: {
      gender: isWoman && has('gender wish', 0.15) ? 'female' : null,
      withoutChildren: has('no children', 0.02),
      withoutPets: has('no pets', 0.06),
      withoutSmoking: has('no smoking', 0.15),
    },
    interests: interests.filter((interest) => has(interest, 0.3)),
    formerPartnerIds: [],
    wantsAgainIds: [],
    keptApartFromIds: [],
  };
}

/**
 * Weekends are free more often than weekdays, evenings of weekdays more often than their days; at least one
 * Saturday morning.
 */
function drawWeek(seed: number, id: string): string {
  const isFree = (what: string, share: number) => chance(seed, `${id} free ${what}`) < share;
  const times = weekdays.flatMap((weekday) => {
    const isWeekend = weekday >= 5;
    return [
      { weekday, fromSlot: 20, toSlot: 24, share: isWeekend ? 0.45 : 0.15 },
      { weekday, fromSlot: 26, toSlot: 34, share: isWeekend ? 0.5 : 0.18 },
      { weekday, fromSlot: 37, toSlot: 42, share: isWeekend ? 0.25 : 0.3 },
    ].filter(({ fromSlot, share }) => isFree(`${weekday} ${fromSlot}`, share));
  });
  return toWeekly(times.length > 0 ? times : [{ weekday: 5, fromSlot: 20, toSlot: 24 }]);
}

function languagesOf(levels: readonly (readonly [language: string, level: Level])[]): LanguageAbility[] {
  const best = new Map<string, Level>();
  for (const [language, level] of levels) if (level > (best.get(language) ?? 0)) best.set(language, level);
  return [...best].map(([language, level]) => ({
    language,
    speak: level,
    read: level,
    write: level,
    phone: level,
  }));
}
