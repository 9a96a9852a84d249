import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { CONDITIONS } from './conditions.ts';
import en from './messages/en.json';
import ja from './messages/ja.json';
import { rankVolunteers } from './rank.ts';
import { fluent, SAMPLE_TODAY, sampleRequest, sampleVolunteer } from './samples.ts';
import type { DispatchRequest, Volunteer } from './types.ts';
import { DEFAULT_WEIGHTS } from './weights.ts';

function rank(volunteers: Volunteer[], request: Partial<DispatchRequest> = {}, limit = 20) {
  return rankVolunteers(sampleRequest(request), volunteers, DEFAULT_WEIGHTS, limit);
}

function firstOf(...volunteers: Partial<Volunteer>[]) {
  return rank(volunteers.map(sampleVolunteer)).ranked[0]?.volunteerId;
}

describe('the better of two volunteers', () => {
  const ready = { visitsDone: 5, lastAskedOn: SAMPLE_TODAY - 10, lastServedOn: SAMPLE_TODAY - 10 };

  it.each<[string, Partial<Volunteer>]>([
    ['lives nearer', { place: { eastMeters: 0, northMeters: 1900 } }],
    ['speaks the language better', { languages: [fluent('ne', 5)] }],
    ['knows the kind of help', { skills: ['medical'] }],
    ['has given this kind of help', { practiced: ['medical'] }],
    ['was asked longer ago', { lastAskedOn: SAMPLE_TODAY - 11 }],
    ['was never asked', { lastAskedOn: null }],
    ['served longer ago', { lastServedOn: SAMPLE_TODAY - 11 }],
    ['has more experience', { visitsDone: 6 }],
  ])('%s', (_, better) => {
    // The better one carries the higher id, so that the tie rule cannot decide.
    expect(firstOf({ ...ready, id: 'a' }, { ...ready, ...better, id: 'b' })).toBe('b');
  });

  it('is the one whose scarce language nobody needs here', () => {
    const nepali = sampleVolunteer({ id: 'a', languages: [fluent('en', 5), fluent('ne', 5)] });
    const english = sampleVolunteer({ id: 'b', languages: [fluent('en', 5)] });
    expect(rank([nepali, english], { languages: ['en'] }).ranked.map((each) => each.volunteerId)).toEqual([
      'b',
      'a',
    ]);
    expect(rank([nepali, english], { languages: ['ne', 'en'] }).ranked[0]?.volunteerId).toBe('a');
  });
});

it('orders equal scores by id, whatever the order of the input', () => {
  const ids = ['b', 'B', 'ä', 'a', 'aa', '10', '9'];
  const sorted = ['10', '9', 'B', 'a', 'aa', 'b', 'ä'];
  for (const order of [ids, ids.toReversed()]) {
    const { ranked } = rank(order.map((id) => sampleVolunteer({ id })));
    expect(ranked.map((each) => each.volunteerId)).toEqual(sorted);
  }
});

it('returns at most as many as asked for and says how many fit', () => {
  const { ranked, fittingCount } = rank(
    ['a', 'b', 'c'].map((id) => sampleVolunteer({ id })),
    {},
    2,
  );
  expect(ranked.map((each) => each.volunteerId)).toEqual(['a', 'b']);
  expect(fittingCount).toBe(3);
});

it('gives whole points for each reason and their sum as the score', () => {
  const volunteer = sampleVolunteer({ skills: ['medical'], visitsDone: 3, lastAskedOn: SAMPLE_TODAY - 4 });
  const best = rank([volunteer]).ranked[0];
  expect(best?.reasons).toEqual([
    { code: 'lives_near', params: { kilometers: 2 }, points: 240 },
    { code: 'able_in_language', params: { task: 'speak', language: 'ne', level: 4 }, points: 70 },
    { code: 'knows_category', params: { category: 'medical' }, points: 30 },
    { code: 'asked_days_ago', params: { days: 4 }, points: 8 },
    { code: 'never_served', params: {}, points: 60 },
    { code: 'visits_done', params: { visits: 3 }, points: 6 },
  ]);
  expect(best?.score).toBe(414);
});

it('says once of somebody who was never on a visit that they were not', () => {
  const codes = rank([sampleVolunteer({ visitsDone: 0 })]).ranked[0]?.reasons.map(({ code }) => code);
  expect(codes).toContain('never_served');
  expect(codes).not.toContain('visits_done');
});

it('says of nobody at all that nobody fits', () => {
  expect(rank([])).toEqual({ ranked: [], fittingCount: 0, excluded: [] });
});

it('refuses what cannot be ranked exactly', () => {
  const volunteers = [sampleVolunteer()];
  const bad: Partial<DispatchRequest>[] = [
    { place: null },
    { place: { eastMeters: 0.5, northMeters: 0 } },
    { possibleTimes: [] },
    { possibleTimes: [{ startMinute: Number.NaN, durationMinutes: 60, weekday: 0, slot: 20 }] },
    { travelBufferMinutes: -1 },
    { today: 1.5 },
  ];
  for (const request of bad) expect(() => rank(volunteers, request)).toThrow(RangeError);
  expect(() => rank(volunteers, {}, 0)).toThrow(RangeError);
  const weights = { ...DEFAULT_WEIGHTS, perVisit: 0.5 };
  expect(() => rankVolunteers(sampleRequest(), volunteers, weights, 5)).toThrow(RangeError);
});

describe('the words', () => {
  const richest = sampleVolunteer({
    skills: ['medical'],
    practiced: ['medical'],
    languages: [fluent('en', 5), fluent('my', 5)],
    lastAskedOn: SAMPLE_TODAY - 1,
    lastServedOn: SAMPLE_TODAY,
  });
  const easy = sampleVolunteer({ languages: [fluent('ja', 6)] });
  const reasons = [
    ...rank([richest], { languages: ['ne', 'en'] }).ranked,
    ...rank([easy], { spokenJapanese: 2 }).ranked,
  ].flatMap((each) => each.reasons);

  it.each([
    ['en', en],
    ['ja', ja],
  ])('say every reason and every exclusion in %s', (locale, messages) => {
    const codes = [...reasons.map(({ code }) => code), ...CONDITIONS.map(({ because }) => because)];
    expect(new Set(codes)).toEqual(new Set(Object.keys(messages)));
    for (const { code, params } of reasons) {
      const words = new IntlMessageFormat(messages[code as keyof typeof messages], locale).format(params);
      expect(words).toMatch(/[.。]$/);
    }
  });

  it('read as sentences', () => {
    const words = (code: keyof typeof en, params: Record<string, string | number>) =>
      new IntlMessageFormat(en[code], 'en').format(params);
    expect(words('able_in_language', { task: 'phone', language: 'Nepali', level: 4 })).toBe(
      'Can phone in Nepali at level B2.',
    );
    expect(words('asked_days_ago', { days: 1 })).toBe('Was last asked yesterday.');
  });
});
