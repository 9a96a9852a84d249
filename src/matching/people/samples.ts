import type { Gender, LanguageAbility, Level } from '../dispatch/types.ts';
import { toWeekly } from '../dispatch/weekly.ts';
import { chance, weightedChance, wholeChance } from '../simulation/chance.ts';
import type { Party, Purpose, Resident, Volunteer } from './party.ts';
import { weekdays } from './week.ts';

/** One language at the same level for every task. */
export function able(language: string, level: Level): LanguageAbility {
  return { language, speak: level, read: level, write: level, phone: level };
}

function sampleParty(id: string): Party {
  return {
    id,
    personIds: [`person of ${id}`],
    householdIds: [`household of ${id}`],
    employerIds: [],
    isInPool: true,
    place: { eastMeters: 0, northMeters: 0 },
    area: '13104',
    reachKilometers: 8,
    isOnlineOk: false,
    languages: [able('en', 4)],
    weekly: toWeekly([{ weekday: 5, fromSlot: 20, toSlot: 28 }]),
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

/**
 * A resident who fits `sampleVolunteer`: English, Saturday 10:00 to 14:00, in Shinjuku; a test changes what
 * it is about.
 */
export function sampleResident(changes: Partial<Resident> = {}): Resident {
  return {
    ...sampleParty(changes.id ?? 'resident-1'),
    spokenJapanese: 1,
    task: 'speak',
    purposes: ['talk'],
    requiredPurposes: [],
    wantsExperience: [],
    waiting: { since_on: '2026-11-01', pausedDays: 0, need: 0, fallenThrough: 0 },
    ...changes,
  };
}

/** A volunteer who fits `sampleResident`; a test changes what it is about. */
export function sampleVolunteer(changes: Partial<Volunteer> = {}): Volunteer {
  return {
    ...sampleParty(changes.id ?? 'volunteer-1'),
    isAtEaseWithEasyJapanese: false,
    offers: ['talk'],
    experienceIn: [],
    capacity: 1,
    currentPairs: 0,
    completedPairs: 0,
    ...changes,
  };
}

/** Random residents and volunteers of one small town, in which most conditions refuse now and then. */
export function sampleCrowd(seed: number, residents: number, volunteers: number) {
  return {
    residents: Array.from({ length: residents }, (_, index) => crowdResident(seed, `r${index}`)),
    volunteers: Array.from({ length: volunteers }, (_, index) => crowdVolunteer(seed, `v${index}`)),
  };
}

const purposes: readonly Purpose[] = ['talk', 'practice_japanese', 'procedures', 'raise_children'];
const experiences = ['disability', 'newborn'];
const genders: readonly Gender[] = ['female', 'male', 'other'];

function crowdResident(seed: number, id: string): Resident {
  const wanted = purposes.filter((purpose) => chance(seed, `${id} ${purpose}`) < 0.5);
  return sampleResident({
    ...crowdParty(seed, id),
    spokenJapanese: wholeChance(seed, `${id} japanese`, [0, 4]) as Level,
    purposes: wanted,
    requiredPurposes: wanted.filter((purpose) => chance(seed, `${id} requires ${purpose}`) < 0.15),
    wantsExperience: experiences.filter((one) => chance(seed, `${id} wants ${one}`) < 0.08),
    waiting: {
      since_on: `2026-0${wholeChance(seed, `${id} since`, [1, 9])}-15`,
      pausedDays: 0,
      need: weightedChance(seed, `${id} need`, [
        [0, 6],
        [1, 2],
        [3, 1],
      ]),
      fallenThrough: 0,
    },
  });
}

function crowdVolunteer(seed: number, id: string): Volunteer {
  return sampleVolunteer({
    ...crowdParty(seed, id),
    isAtEaseWithEasyJapanese: chance(seed, `${id} easy`) < 0.4,
    offers: purposes.filter((purpose) => chance(seed, `${id} ${purpose}`) < 0.5),
    experienceIn: experiences.filter((one) => chance(seed, `${id} knows ${one}`) < 0.4),
    capacity: wholeChance(seed, `${id} capacity`, [1, 2]),
    completedPairs: wholeChance(seed, `${id} completed`, [0, 3]),
  });
}

function crowdParty(seed: number, id: string): Party {
  const has = (what: string, share: number) => chance(seed, `${id} ${what}`) < share;
  const days = weekdays.filter((weekday) => has(`day ${weekday}`, 0.25));
  return {
    ...sampleParty(id),
    place: {
      eastMeters: wholeChance(seed, `${id} east`, [0, 15_000]),
      northMeters: wholeChance(seed, `${id} north`, [0, 15_000]),
    },
    area: has('west', 0.5) ? '13104' : '13113',
    isInPool: has('pool', 0.95),
    isOnlineOk: has('online', 0.3),
    languages: ['en', 'ne', 'vi'].filter((tag) => has(tag, 0.4)).map((tag) => able(tag, 3)),
    weekly: toWeekly(days.map((weekday) => ({ weekday, fromSlot: 24, toSlot: 32 }))),
    adultGenders: [genders[wholeChance(seed, `${id} gender`, [0, 2])]!],
    childAges: has('child', 0.3) ? [wholeChance(seed, `${id} age`, [0, 12])] : [],
    hasPets: has('pets', 0.2),
    wishes: {
      gender: has('wish', 0.1) ? 'female' : null,
      withoutChildren: has('no children', 0.05),
      withoutPets: has('no pets', 0.1),
      withoutSmoking: false,
    },
    interests: ['cooking', 'walking', 'music'].filter((interest) => has(interest, 0.4)),
  };
}
