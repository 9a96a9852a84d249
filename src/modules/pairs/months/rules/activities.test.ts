import { describe, expect, test } from 'vitest';
import type { Activity, ActivityKind } from '../types.ts';
import { countByKind, happenedOf, mayHaveHappenedOn } from './activities.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const wrote = (
  writtenBy: string,
  kind: ActivityKind,
  on: string,
  minutes: number | null = null,
): Activity => ({
  id: `${writtenBy} ${kind} ${on}`,
  writtenBy,
  kind,
  happenedOn: day(on),
  month: 2,
  minutes,
});

describe('what two wrote down', () => {
  const all = [
    wrote('she', 'met', '2026-11-21', 60),
    wrote('he', 'met', '2026-11-21', 90),
    wrote('he', 'talked', '2026-11-20'),
  ];

  test('happened once, however many wrote it, as long as the longer of both says', () => {
    expect(happenedOf(all, 'she')).toMatchObject([
      { kind: 'met', minutes: 90, ownId: 'she met 2026-11-21' },
      { kind: 'talked', minutes: null, ownId: null },
    ]);
    expect(happenedOf(all, 'he').map(({ ownId }) => ownId)).toEqual([
      'he met 2026-11-21',
      'he talked 2026-11-20',
    ]);
  });

  test('counts by month and kind', () => {
    expect(countByKind(happenedOf(all, 'she'), 2)).toEqual({ met: 1, talked: 1 });
    expect(countByKind(happenedOf(all, 'she'), 3)).toEqual({});
  });
});

test.each([
  ['2026-11-24', 'day_is_still_to_come'],
  ['2026-10-31', 'day_was_before_your_pair'],
  ['2026-11-23', null],
  ['2026-11-01', null],
])('on %s: %s', (on, refused) => {
  const pair = { startedOn: day('2026-11-01'), endsOn: day('2027-05-01'), pausedOn: null };
  const may = mayHaveHappenedOn(day(on), { pair, today: day('2026-11-23') });
  expect(may.ok ? null : may.refusal.code).toBe(refused);
});
