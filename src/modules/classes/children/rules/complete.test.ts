import { describe, expect, test } from 'vitest';
import type { CareNote, Child, Guardianship } from '../types.ts';
import { missingOn, type WholeChild } from './complete.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const now = Temporal.Instant.from('2026-12-01T10:00:00+09:00');
const note = (until: string): CareNote => ({
  ...{ id: until, childId: 'c', kind: 'allergy', foods: [], what: '', whatToDo: '', consentAt: now },
  consentUntil: day(until),
});

describe('what is missing before a class', () => {
  const always = { fromOn: day('2026-10-01'), untilOn: null };
  const guardian: Guardianship = {
    ...{ id: 'g', childId: 'c', personId: 'p', name: 'Sita', relation: 'mother', phone: '090-0000-0000' },
    ...always,
    ...{ mayFetch: true, maySee: true, custody: { decides: 'both', notTold: '' }, hidesPlace: false },
    lookedAt: null,
  };
  const child: Child = {
    ...{ id: 'c', name: 'Asha', languages: ['ne'], reading: 'not_yet', school: '', note: '' },
    ...{ birthMonth: day('2020-05-01'), isFirstOfApril: false, answeredBy: 'p', photos: 'none' },
    ...{ photosSaidAt: now, careSaidAt: now, leftAt: null },
  };
  const whole: WholeChild = { child, notes: [], guardianships: [guardian], fetchers: [], bars: [] };
  const saturday = day('2026-12-05');

  test('nothing, where everything was said', () => {
    expect(missingOn(whole, saturday)).toEqual([]);
  });

  test.each([
    ['health', { child: { ...child, careSaidAt: null } }],
    ['health', { notes: [note('2026-12-04')] }],
    ['fetchers', { guardianships: [{ ...guardian, mayFetch: false }] }],
    ['phone', { guardianships: [{ ...guardian, phone: '' }] }],
    ['custody', { guardianships: [{ ...guardian, custody: null }] }],
    ['photos', { child: { ...child, photosSaidAt: null } }],
  ] as const)('%s', (needed, change) => {
    expect(missingOn({ ...whole, ...change }, saturday)).toEqual([needed]);
  });

  test('a guardian who is barred is nobody who fetches', () => {
    const bar = {
      ...{ id: 'b', childId: 'c', name: 'SITA', looks: '', reason: '', source: '', call: '', endedAt: null },
      ...always,
    };
    expect(missingOn({ ...whole, bars: [bar] }, saturday)).toEqual(['fetchers']);
  });
});
