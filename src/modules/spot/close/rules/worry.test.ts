import { describe, expect, test } from 'vitest';
import { tokyo } from '../../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import type { VisitRecord } from '../../types.ts';
import { answeredBy, isWorryOpen, mayClose } from './worry.ts';

const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) =>
  outcome.ok ? null : outcome.refusal.code;

test('a worry is open from when it is told until a coordinator closes it', () => {
  const record = (isUnsafe: boolean | null, worryClosedAt: Temporal.Instant | null) =>
    ({ feedback: isUnsafe === null ? null : { isUnsafe }, worryClosedAt }) as VisitRecord;
  const at = tokyo('2026-12-07T10:00');
  expect([
    isWorryOpen(record(true, null)),
    isWorryOpen(record(true, at)),
    isWorryOpen(record(false, null)),
    isWorryOpen(record(null, null)),
  ]).toEqual([true, false, false, false]);
});

test.each([
  ['on a Monday', '2026-12-07T10:00', '2026-12-08'],
  ['on a Saturday, over the Sunday', '2026-12-12T10:00', '2026-12-14'],
  ['on a Sunday', '2026-12-13T10:00', '2026-12-14'],
])('whoever tells one %s hears by the end of the next open day', (_, told, day) => {
  const by = answeredBy(tokyo(told), DEFAULT_SETTINGS).toZonedDateTimeISO('Asia/Tokyo');
  expect([by.toPlainDate().toString(), by.toPlainTime().toString({ smallestUnit: 'minute' })]).toEqual([
    day,
    DEFAULT_SETTINGS.closesAt,
  ]);
});

describe('closing a request', () => {
  const coordinator = { personId: 'kobayashi', party: 'coordinator' } as const;

  test('waits until the concern about it was looked into', () => {
    const closing = { assignment: { volunteerId: 'ana' } };
    expect(codeOf(mayClose({ ...closing, hasOpenConcern: true }, coordinator))).toBe(
      'look_into_the_concern_first',
    );
    expect(mayClose({ ...closing, hasOpenConcern: false }, coordinator).ok).toBe(true);
  });

  test.each([true, false])(
    'is another’s than the volunteer’s own, and tells nothing of a concern (%s)',
    (hasOpenConcern) => {
      const closing = { assignment: { volunteerId: 'kobayashi' }, hasOpenConcern };
      expect(codeOf(mayClose(closing, coordinator))).toBe('another_coordinator_closes_this');
    },
  );
});
