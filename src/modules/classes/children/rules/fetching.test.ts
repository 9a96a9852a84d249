import { describe, expect, test } from 'vitest';
import type { Bar, Fetcher, Guardianship } from '../types.ts';
import { type AroundChild, listDoNotHandOver, listMayFetch } from './fetching.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const SATURDAY = day('2026-12-05');
const now = Temporal.Instant.from('2026-12-01T10:00:00+09:00');

const named = (name: string) => ({ id: name, childId: 'c', name, phone: '', relation: 'other' }) as const;
const always = { fromOn: day('2026-10-01'), untilOn: null };
const guardian = (name: string, more: Partial<Guardianship> = {}): Guardianship => ({
  ...named(name),
  ...always,
  ...{ personId: null, mayFetch: true, maySee: false, custody: null, hidesPlace: false, lookedAt: null },
  ...more,
});
const fetcher = (name: string, more: Partial<Fetcher> = {}): Fetcher => ({
  ...named(name),
  ...always,
  revokedAt: null,
  ...more,
});
const bar = (name: string, more: Partial<Bar> = {}): Bar => ({
  ...{ id: name, childId: 'c', name, looks: '', reason: 'sealed', source: '', call: '' },
  ...always,
  endedAt: null,
  ...more,
});
const around = (more: Partial<AroundChild>): AroundChild => ({
  ...{ guardianships: [], fetchers: [], bars: [] },
  ...more,
});
const names = (more: Partial<AroundChild>, on = SATURDAY) =>
  listMayFetch(around(more), on).map(({ name }) => name);

describe('guardian, fetcher and barred person are three facts', () => {
  test('a guardian need not be one who fetches, and who fetches need be no guardian', () => {
    expect(
      names({ guardianships: [guardian('Sita', { mayFetch: false })], fetchers: [fetcher('Hana')] }),
    ).toEqual(['Hana']);
  });

  test('a bar outranks being a guardian and being named', () => {
    const both = { guardianships: [guardian('Ram Gurung')], fetchers: [fetcher('Ram Gurung')] };
    expect(names(both)).toHaveLength(2);
    expect(names({ ...both, bars: [bar('GURUNG RAM')] })).toEqual([]);
  });

  test('a bar that has ended, or is not yet, bars nobody', () => {
    const of = (more: Partial<Bar>) => names({ fetchers: [fetcher('Ram')], bars: [bar('Ram', more)] });
    expect(of({ endedAt: now })).toEqual(['Ram']);
    expect(of({ fromOn: SATURDAY.add({ days: 1 }) })).toEqual(['Ram']);
    expect(of({ untilOn: SATURDAY.subtract({ days: 1 }) })).toEqual(['Ram']);
    expect(of({ fromOn: SATURDAY, untilOn: SATURDAY })).toEqual([]);
  });

  test('who is named for one day fetches on that day alone', () => {
    const once = { fetchers: [fetcher('Hana', { fromOn: SATURDAY, untilOn: SATURDAY })] };
    expect(listMayFetch(around(once), SATURDAY)).toMatchObject([{ name: 'Hana', isOnce: true }]);
    expect(names(once, SATURDAY.subtract({ days: 1 }))).toEqual([]);
    expect(names(once, SATURDAY.add({ days: 1 }))).toEqual([]);
  });

  test('what was taken back is taken back at once', () => {
    expect(names({ fetchers: [fetcher('Hana', { revokedAt: now })] })).toEqual([]);
  });

  test('the door is never told why', () => {
    const [told] = listDoNotHandOver({ bars: [bar('Ram', { call: '03-0000-0000' })] }, SATURDAY);
    expect(told).toEqual({ id: 'Ram', name: 'Ram', looks: '', call: '03-0000-0000' });
  });
});
