import type { DispatchRequest, LanguageAbility, Level, Volunteer } from './types.ts';
import { toPossibleTime, toWeekly } from './weekly.ts';

/** Monday 7 December 2026, 10:00 in Tokyo: the time that the samples ask for. */
export const MONDAY_TEN = Temporal.ZonedDateTime.from('2026-12-07T10:00[Asia/Tokyo]');

/** The epoch day of 1 December 2026. */
export const SAMPLE_TODAY = 20_788;

/** One language at the same level for every task. */
export function fluent(language: string, level: Level): LanguageAbility {
  return { language, speak: level, read: level, write: level, phone: level };
}

/** A volunteer who fits `sampleRequest`; a test changes what it is about. */
export function sampleVolunteer(changes: Partial<Volunteer> = {}): Volunteer {
  return {
    id: 'volunteer-1',
    householdId: null,
    isApproved: true,
    gender: 'female',
    place: { eastMeters: 0, northMeters: 2000 },
    reachKilometers: 5,
    languages: [fluent('ja', 6), fluent('ne', 4)],
    isAtEaseWithEasyJapanese: true,
    skills: [],
    practiced: [],
    visitsDone: 0,
    lastAskedOn: null,
    lastServedOn: null,
    calendar: {
      weekly: toWeekly([{ weekday: 0, fromSlot: 18, toSlot: 24 }]),
      exceptions: [],
      pauses: [],
      visits: [],
    },
    ...changes,
  };
}

/** A Nepali speaker who would like company at a clinic on Monday from 10:00 to 12:00. */
export function sampleRequest(changes: Partial<DispatchRequest> = {}): DispatchRequest {
  return {
    id: 'request-1',
    residentId: 'resident-1',
    householdId: null,
    category: 'medical',
    task: 'speak',
    neededLevel: 3,
    languages: ['ne'],
    spokenJapanese: 1,
    mode: 'in_person',
    place: { eastMeters: 0, northMeters: 0 },
    possibleTimes: [toPossibleTime(MONDAY_TEN, 120)],
    travelBufferMinutes: 30,
    genderWish: null,
    restrictedVolunteerIds: [],
    askedVolunteerIds: [],
    today: SAMPLE_TODAY,
    ...changes,
  };
}
