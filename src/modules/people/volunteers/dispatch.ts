import { findTown } from '../../../japanese/places.ts';
import { toPlace } from '../../../matching/dispatch/plane.ts';
import type {
  Calendar,
  Gender as DispatchGender,
  Interval,
  LanguageAbility,
  Level,
  Place,
  Volunteer,
} from '../../../matching/dispatch/types.ts';
import { toWeekly } from '../../../matching/dispatch/weekly.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import type { Ability, Availability, Gender, JapaneseLevel, LanguageSkill, Person } from '../types.ts';
import type { VolunteerProfile } from './store.ts';

/** What dispatch knows of a volunteer from this module; approval, skills and visits come from others. */
export type DispatchProfile = Pick<
  Volunteer,
  | 'id'
  | 'householdId'
  | 'gender'
  | 'place'
  | 'reachKilometers'
  | 'languages'
  | 'isAtEaseWithEasyJapanese'
  | 'calendar'
>;

/** A profile in the form in which dispatch ranks it; `calendar.visits` is empty. */
export function toDispatchProfile(profile: VolunteerProfile): DispatchProfile {
  const { person } = profile;
  return {
    id: person.id,
    householdId: profile.householdId,
    gender: toDispatchGender(person.gender),
    place: placeOf(person),
    reachKilometers: person.maxTravelKm,
    languages: toAbilities(profile.languages, person.japaneseSpeaking),
    isAtEaseWithEasyJapanese: person.easesJapanese,
    calendar: toCalendar(profile.availability),
  };
}

const GENDERS: Record<Gender, DispatchGender | null> = {
  woman: 'female',
  man: 'male',
  other: 'other',
  not_said: null,
};

export function toDispatchGender(gender: Gender): DispatchGender | null {
  return GENDERS[gender];
}

/** Where somebody's town is on dispatch's plane; null while they have not said it. */
export function placeOf(person: Pick<Person, 'municipalityCode' | 'town'>): Place | null {
  if (!person.municipalityCode || !person.town) return null;
  const town = findTown(person.municipalityCode, person.town);
  return town ? toPlace(town.lat, town.lon) : null;
}

/** How well somebody speaks Japanese, as dispatch counts it (CEFR as a number, 6 first language). */
const SPEAKING: Record<JapaneseLevel, Level> = { none: 0, a1: 1, a2: 2, b1: 3, b2: 4, c1: 5, native: 6 };

// "A little" is a simple exchange (A2), "yes" carries most situations (B2), "well" is at ease in all of them (C1).
const LEVELS: Record<Ability, Level> = { 0: 0, 1: 2, 2: 4, 3: 5 };

/**
 * Languages by task as dispatch counts them. Speaking Japanese comes from the self-check; the other tasks from the
 * row for Japanese, and for somebody whose first language it is, they are taken for granted.
 */
export function toAbilities(skills: readonly LanguageSkill[], japanese: JapaneseLevel): LanguageAbility[] {
  const others = skills
    .filter(({ language }) => language !== 'ja')
    .map(({ language, speak, read, write, phone }) => ({
      language,
      speak: LEVELS[speak],
      read: LEVELS[read],
      write: LEVELS[write],
      phone: LEVELS[phone],
    }));
  const speak = SPEAKING[japanese];
  const row = skills.find(({ language }) => language === 'ja');
  if (speak === 0 && !row) return others;
  const untold: Level = japanese === 'native' ? 6 : 0;
  const level = (ability: Ability | undefined): Level =>
    japanese === 'native' || ability === undefined ? untold : LEVELS[ability];
  return [
    { language: 'ja', speak, read: level(row?.read), write: level(row?.write), phone: level(row?.phone) },
    ...others,
  ];
}

/** Weekly hours, exceptions and pauses in epoch minutes, without any visits yet. */
export function toCalendar(availability: Availability): Calendar {
  return {
    weekly: toWeekly(
      availability.weekly.map(({ weekday, startMinute, endMinute }) => ({
        weekday: weekday - 1,
        fromSlot: startMinute / 30,
        toSlot: endMinute / 30,
      })),
    ),
    exceptions: availability.exceptions.map((one) => ({
      ...between(minuteOf(one.onDay) + one.startMinute, minuteOf(one.onDay) + one.endMinute),
      isFree: one.isAvailable,
    })),
    pauses: availability.pauses.map(({ fromOn, untilOn }) =>
      between(minuteOf(fromOn), untilOn ? minuteOf(untilOn) : Number.MAX_SAFE_INTEGER),
    ),
    visits: [],
  };
}

function between(fromMinute: number, toMinute: number): Interval {
  return { fromMinute, toMinute };
}

/** Epoch minute of a day's midnight in Japan, which has no summer time. */
function minuteOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime(TIME_ZONE).epochMilliseconds / 60_000;
}
