import { describe, expect, test } from 'vitest';
import { type Narrowed, narrow, type Placed } from './narrow.ts';

const ALL: Narrowed = { language: null, ward: null, isPracticed: false, isRested: false, order: 'fit' };
const placed = (
  volunteerId: string,
  { askedDays, ...about }: Partial<Placed> & { askedDays?: number } = {},
): Placed => ({
  volunteerId,
  score: 0,
  language: 'en',
  possibleTimes: [],
  distanceMeters: 1000,
  ward: '13107',
  ...about,
  reasons: [
    ...(about.reasons ?? []),
    askedDays === undefined
      ? { code: 'never_asked', params: {}, points: 60 }
      : { code: 'asked_days_ago', params: { days: askedDays }, points: 0 },
  ],
});
const practiced = { reasons: [{ code: 'practiced_category', params: {}, points: 30 }] };
const PEOPLE = [
  placed('a', { askedDays: 3, distanceMeters: 900 }),
  placed('b', { language: 'ne', ward: '13104', distanceMeters: 400 }),
  placed('c', { ...practiced, askedDays: 29, distanceMeters: 5000 }),
  placed('d', { language: 'ne', askedDays: 30 }),
  placed('e'),
];
const idsOf = (wanted: Partial<Narrowed>, ticked: string[] = []) =>
  narrow(PEOPLE, { ...ALL, ...wanted }, ticked)
    .map(({ volunteerId }) => volunteerId)
    .join('');

describe('those who fit', () => {
  test.each([
    [{}, 'abcde'],
    [{ language: 'ne' }, 'bd'],
    [{ ward: '13104' }, 'b'],
    [{ isPracticed: true }, 'c'],
    [{ isRested: true }, 'bde'],
    [{ language: 'ne', ward: '13107' }, 'd'],
    [{ order: 'near' }, 'badec'],
    [{ order: 'rested' }, 'bedca'],
  ] as const)('narrowed by %j are %s', (wanted, ids) => {
    expect(idsOf(wanted)).toBe(ids);
  });

  test('stay in sight where they are ticked', () => {
    expect(idsOf({ language: 'ne' }, ['a'])).toBe('abd');
  });
});
