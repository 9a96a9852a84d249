import { describe, expect, it } from 'vitest';
import { type ExclusionCode, openTimes, whyExcluded } from './conditions.ts';
import { fluent, MONDAY_TEN, sampleRequest, sampleVolunteer } from './samples.ts';
import type { Calendar, DispatchRequest, Volunteer } from './types.ts';
import { NEVER, toPossibleTime } from './weekly.ts';

const start = Math.floor(MONDAY_TEN.epochMilliseconds / 60_000);
const free = sampleVolunteer().calendar;
const during = { fromMinute: start + 30, toMinute: start + 60 };
const away = { eastMeters: 0, northMeters: 5001 };

type Case = [string, ExclusionCode | null, Partial<Volunteer>, Partial<DispatchRequest>];

const cases: Case[] = [
  ['whom nothing speaks against', null, {}, {}],
  ['who is not approved', 'not_approved', { isApproved: false }, {}],
  ['who asked for the help', 'same_person', { id: 'resident-1' }, {}],
  ['of the same household', 'same_household', { householdId: 'h' }, { householdId: 'h' }],
  ['of another household', null, { householdId: 'g' }, { householdId: 'h' }],
  ['under a restriction', 'restricted', {}, { restrictedVolunteerIds: ['volunteer-1'] }],
  ['asked for this request before', 'already_asked', {}, { askedVolunteerIds: ['volunteer-1'] }],
  ['without a shared language', 'no_shared_language', { languages: [fluent('ja', 6)] }, {}],
  ['below the needed level', 'level_below_need', { languages: [fluent('ne', 2)] }, {}],
  [
    'able to speak but not to phone',
    'no_shared_language',
    { languages: [{ ...fluent('ne', 6), phone: 0 }] },
    { task: 'phone' },
  ],
  ['with Easy Japanese for a resident of A2', null, { languages: [fluent('ja', 6)] }, { spokenJapanese: 2 }],
  [
    'not at ease with Easy Japanese',
    'no_shared_language',
    { languages: [fluent('ja', 6)], isAtEaseWithEasyJapanese: false },
    { spokenJapanese: 2 },
  ],
  [
    'whose own Japanese is below the task',
    'level_below_need',
    { languages: [fluent('ja', 2)] },
    { spokenJapanese: 2 },
  ],
  ['of the wished gender', null, { gender: 'female' }, { genderWish: 'female' }],
  ['of another gender than wished', 'gender_not_as_wished', { gender: 'male' }, { genderWish: 'female' }],
  ['of unsaid gender against a wish', 'gender_not_as_wished', { gender: null }, { genderWish: 'female' }],
  ['without a place', 'place_unknown', { place: null }, {}],
  ['without a place, online', null, { place: null }, { mode: 'online', place: null }],
  ['exactly at the end of their reach', null, { place: { eastMeters: 3000, northMeters: -4000 } }, {}],
  ['a meter beyond their reach', 'too_far', { place: away }, {}],
  ['a meter beyond their reach, by phone', null, { place: away }, { mode: 'phone' }],
  ['on a break', 'paused', { calendar: { ...free, pauses: [during] } }, {}],
  ['with no weekly hours', 'not_free', { calendar: { ...free, weekly: NEVER } }, {}],
  [
    'with an hour taken out',
    'not_free',
    { calendar: { ...free, exceptions: [{ ...during, isFree: false }] } },
    {},
  ],
  ['on another visit then', 'overlaps_visit', { calendar: { ...free, visits: [during] } }, {}],
];

describe('a volunteer', () => {
  it.each(cases)('%s gets %s', (_, because, volunteer, request) => {
    expect(whyExcluded(sampleRequest(request), sampleVolunteer(volunteer))).toBe(because);
  });
});

describe('the times that stay open', () => {
  const nextDay = toPossibleTime(MONDAY_TEN.add({ days: 1 }), 60);
  const request = sampleRequest({ possibleTimes: [nextDay, ...sampleRequest().possibleTimes] });

  it('leaves out the times at which somebody is not free', () => {
    expect(openTimes(request, sampleVolunteer())).toEqual(sampleRequest().possibleTimes);
  });

  it.each<[string, Partial<Calendar>, boolean]>([
    ['a visit that ends when the buffer begins', { visits: [at(-90, -30)] }, true],
    ['a visit that ends inside the buffer', { visits: [at(-90, -29)] }, false],
    ['a visit that begins when the buffer ends', { visits: [at(150, 200)] }, true],
    ['a visit that begins inside the buffer', { visits: [at(149, 200)] }, false],
    ['a break that ends at the start', { pauses: [at(-600, 0)] }, true],
    ['added time for the whole', { weekly: NEVER, exceptions: [added(0, 120)] }, true],
    ['two added times that meet', { weekly: NEVER, exceptions: [added(50, 120), added(0, 50)] }, true],
    ['two added times with a gap', { weekly: NEVER, exceptions: [added(0, 50), added(51, 120)] }, false],
    ['time both added and removed', { exceptions: [added(0, 120), { ...at(0, 10), isFree: false }] }, false],
  ])('knows %s', (_, calendar, isOpen) => {
    const volunteer = sampleVolunteer({ calendar: { ...free, ...calendar } });
    expect(openTimes(sampleRequest(), volunteer)).toHaveLength(isOpen ? 1 : 0);
  });
});

function at(from: number, to: number) {
  return { fromMinute: start + from, toMinute: start + to };
}

function added(from: number, to: number) {
  return { ...at(from, to), isFree: true };
}
