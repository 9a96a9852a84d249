import { MONDAY_TEN, SAMPLE_TODAY } from '../samples.ts';
import {
  CATEGORIES,
  type Category,
  type DispatchRequest,
  type LanguageAbility,
  type Level,
  TASKS,
  type Volunteer,
} from '../types.ts';
import { toPossibleTime, toWeekly } from '../weekly.ts';
import { type Draw, drawer } from './draw.ts';
import { cityPlace } from './places.ts';

/**
 * A made-up city the size of Tokyo for tests and measurements: nobody in it exists. Volunteer `n` of a seed is
 * always the same, whoever asks and in whatever order.
 */
export function cityVolunteer(seed: number, n: number): Volunteer {
  const draw = drawer(seed, n);
  const occupation = draw.pick([
    ['worker', 50],
    ['homemaker', 22],
    ['retired', 28],
  ] as const);
  const visitsDone = draw.chance(0.4) ? 0 : Math.floor(draw.below(1) ** 3 * 60);
  const skills = CATEGORIES.filter(() => draw.chance(0.18));
  return {
    id: draw.id(),
    householdId: draw.chance(0.1) ? `household-${Math.floor(draw.below(1e6))}` : null,
    isApproved: draw.chance(0.97),
    gender: draw.pick([
      ['female', 62],
      ['male', 36],
      ['other', 1],
      [null, 1],
    ] as const),
    place: draw.chance(0.99) ? cityPlace(draw) : null,
    reachKilometers: draw.pick([
      [2, 10],
      [4, 25],
      [6, 25],
      [10, 25],
      [15, 10],
      [30, 5],
    ] as const),
    languages: languagesOf(draw),
    isAtEaseWithEasyJapanese: draw.chance(0.55),
    skills,
    practiced:
      visitsDone === 0 ? [] : CATEGORIES.filter((each) => draw.chance(skills.includes(each) ? 0.5 : 0.12)),
    visitsDone,
    lastAskedOn: draw.chance(0.3) ? null : SAMPLE_TODAY - Math.floor(draw.below(1) ** 2 * 240),
    lastServedOn: visitsDone === 0 ? null : SAMPLE_TODAY - 1 - Math.floor(draw.below(300)),
    calendar: calendarOf(draw, occupation),
  };
}

/** Request `n` of a seed: what residents of such a city ask for. */
export function cityRequest(seed: number, n: number): DispatchRequest {
  const draw = drawer(seed + 0x5eed, n);
  const category = draw.pick([
    ['admin', 22],
    ['medical', 25],
    ['childcare', 14],
    ['education', 10],
    ['lifeline', 6],
    ['housing', 6],
    ['phone', 9],
    ['paper', 8],
  ] as const);
  const mode = modeOf(category, draw);
  return {
    id: `request-${n}`,
    residentId: `resident-${n}`,
    householdId: draw.chance(0.3) ? `household-${Math.floor(draw.below(1e6))}` : null,
    category,
    task:
      category === 'phone'
        ? 'phone'
        : category === 'paper'
          ? draw.pick([
              ['read', 1],
              ['write', 1],
            ] as const)
          : 'speak',
    neededLevel: draw.pick([
      [2, 20],
      [3, 50],
      [4, 30],
    ] as const),
    languages: requestLanguages(draw),
    spokenJapanese: draw.pick([
      [0, 15],
      [1, 30],
      [2, 30],
      [3, 18],
      [4, 7],
    ] as const),
    mode,
    place: mode === 'in_person' ? cityPlace(draw) : null,
    possibleTimes: requestTimes(draw),
    travelBufferMinutes: mode === 'in_person' ? 45 : 0,
    genderWish: draw.pick([
      [null, 80],
      ['female', 17],
      ['male', 3],
    ] as const),
    restrictedVolunteerIds: [],
    askedVolunteerIds: [],
    today: SAMPLE_TODAY,
  };
}

const LANGUAGES = [
  ['en', 0.52],
  ['zh', 0.09],
  ['ko', 0.05],
  ['es', 0.025],
  ['fr', 0.025],
  ['pt', 0.01],
  ['vi', 0.008],
  ['ne', 0.003],
  ['my', 0.002],
  ['tl', 0.006],
  ['th', 0.006],
  ['id', 0.007],
  ['hi', 0.004],
  ['ru', 0.006],
  ['uk', 0.001],
  ['fa', 0.001],
] as const;

function languagesOf(draw: Draw): LanguageAbility[] {
  const isNative = draw.chance(0.93);
  const known = LANGUAGES.filter(([, share]) => draw.chance(share));
  return [
    abilityIn('ja', isNative ? 6 : draw.level(3, 6), isNative ? 0 : 2, draw),
    ...known.map(([language]) => abilityIn(language, draw.level(1, 6), 2, draw)),
  ];
}

/** Speaking at this level; the other tasks at most so many levels below. */
function abilityIn(language: string, speak: Level, spread: number, draw: Draw): LanguageAbility {
  const levels = TASKS.map((task) => [
    task,
    task === 'speak' ? speak : draw.level(Math.max(0, speak - spread), speak),
  ]);
  return { language, ...(Object.fromEntries(levels) as Record<(typeof TASKS)[number], Level>) };
}

function calendarOf(draw: Draw, occupation: 'worker' | 'homemaker' | 'retired'): Volunteer['calendar'] {
  const ranges = [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => {
    const isWeekend = weekday > 4;
    const shares = {
      worker: isWeekend ? 0.55 : 0.1,
      homemaker: isWeekend ? 0.15 : 0.5,
      retired: isWeekend ? 0.3 : 0.6,
    };
    if (!draw.chance(shares[occupation])) return [];
    const fromSlot = 16 + Math.floor(draw.below(10));
    return [{ weekday, fromSlot, toSlot: Math.min(48, fromSlot + 4 + Math.floor(draw.below(14))) }];
  });
  const soon = () => Math.floor(MONDAY_TEN.epochMilliseconds / 60_000) + Math.floor(draw.below(21 * 24 * 60));
  const stretch = (length: number) => {
    const fromMinute = soon();
    return { fromMinute, toMinute: fromMinute + length };
  };
  return {
    weekly: toWeekly(ranges),
    exceptions: draw.chance(0.05) ? [{ ...stretch(300), isFree: draw.chance(0.5) }] : [],
    pauses: draw.chance(0.03) ? [stretch(14 * 24 * 60)] : [],
    visits: draw.chance(0.04) ? [stretch(120)] : [],
  };
}

function modeOf(category: Category, draw: Draw): DispatchRequest['mode'] {
  if (category === 'phone') return 'phone';
  return draw.chance(category === 'paper' ? 0.5 : 0.12) ? 'online' : 'in_person';
}

function requestLanguages(draw: Draw): string[] {
  const first = draw.pick([
    ['zh', 30],
    ['en', 22],
    ['ko', 6],
    ['vi', 10],
    ['ne', 9],
    ['tl', 6],
    ['my', 5],
    ['hi', 3],
    ['th', 3],
    ['id', 2],
    ['es', 2],
    ['fr', 2],
  ] as const);
  return first !== 'en' && draw.chance(0.35) ? [first, 'en'] : [first];
}

function requestTimes(draw: Draw): DispatchRequest['possibleTimes'] {
  const durationMinutes = draw.pick([
    [60, 35],
    [90, 20],
    [120, 30],
    [180, 15],
  ] as const);
  return Array.from(
    {
      length: draw.pick([
        [1, 45],
        [2, 30],
        [3, 25],
      ] as const),
    },
    () => {
      const day =
        draw.pick([
          [0, 1],
          [1, 1],
          [2, 1],
          [3, 1],
          [4, 1],
          [5, 1],
        ] as const) +
        7 * Math.floor(draw.below(2));
      const latest = (18 * 60 - durationMinutes - 510) / 30;
      const start = MONDAY_TEN.with({ hour: 8, minute: 30 }).add({
        days: day,
        minutes: 30 * Math.floor(draw.below(latest + 1)),
      });
      return toPossibleTime(start, durationMinutes);
    },
  );
}
