import { expect, test } from 'vitest';
import type { AroundChild } from '../../../children/rules/fetching.ts';
import type { Bar, Fetcher, Guardianship } from '../../../children/types.ts';
import { matchOf } from './match.ts';

const day = Temporal.PlainDate.from('2026-12-05');
const at = (time: string) => Temporal.Instant.from(`2026-12-05T${time}:00+09:00`);
const always = { childId: 'c', fromOn: day.subtract({ days: 9 }), untilOn: null };
const mother: Guardianship = {
  ...{
    id: 'mother',
    name: 'Sita',
    relation: 'mother',
    phone: '',
    personId: 'p',
    mayFetch: true,
    maySee: true,
  },
  ...{ custody: null, hidesPlace: false, lookedAt: null },
  ...always,
};
const aunt: Fetcher = {
  id: 'aunt',
  name: 'Hana',
  relation: 'relative',
  phone: '',
  revokedAt: null,
  ...always,
};
const barred: Bar = {
  ...{ id: 'bar', name: 'Hana', looks: '', reason: '', source: '', call: '', endedAt: null },
  ...always,
};
const around: AroundChild = { guardianships: [mother], fetchers: [aunt], bars: [] };
const match = (
  receivedBy: string | null,
  more: Partial<AroundChild> = {},
  listAt: Temporal.Instant | null = at('09:30'),
  barredAt = new Map<string, Temporal.Instant>(),
) => matchOf({ receivedBy, listAt, day, around: { ...around, ...more }, barredAt });

test.each([
  ['the mother, on the list', match('mother'), 'listed'],
  ['a fetcher, on the list', match('aunt'), 'listed'],
  ['somebody who is neither', match(null), 'unlisted'],
  ['an id of nobody', match('stranger'), 'unlisted'],
  [
    'a guardian who does not fetch',
    match('mother', { guardianships: [{ ...mother, mayFetch: false }] }),
    'unlisted',
  ],
  [
    'whoever is barred since before the list',
    match('aunt', { bars: [barred] }, at('09:30'), new Map([['bar', at('09:00')]])),
    'unlisted',
  ],
  [
    'whoever was barred while the phone had no network',
    match('aunt', { bars: [barred] }, at('09:30'), new Map([['bar', at('10:00')]])),
    'old_list',
  ],
  [
    'a fetcher taken back while the phone had no network',
    match('aunt', { fetchers: [{ ...aunt, revokedAt: at('10:00') }] }),
    'old_list',
  ],
  [
    'a fetcher taken back before the list',
    match('aunt', { fetchers: [{ ...aunt, revokedAt: at('09:00') }] }),
    'unlisted',
  ],
  [
    'a list that we have not sealed',
    match('aunt', { fetchers: [{ ...aunt, revokedAt: at('10:00') }] }, null),
    'unlisted',
  ],
])('%s', (_what, found, is) => {
  expect(found).toBe(is);
});
