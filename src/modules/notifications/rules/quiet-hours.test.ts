import { describe, expect, test } from 'vitest';
import { kindNamed } from '../../../../test/support/notifications.ts';
import { USUAL_QUIET_HOURS } from '../types.ts';
import { dueAt, endOfQuiet, isSoon } from './quiet-hours.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('quiet hours', () => {
  test.each([
    ['2026-11-24T20:59', 21, 8, '2026-11-24T20:59'],
    ['2026-11-24T21:00', 21, 8, '2026-11-25T08:00'],
    ['2026-11-24T23:59', 21, 8, '2026-11-25T08:00'],
    ['2026-11-25T00:00', 21, 8, '2026-11-25T08:00'],
    ['2026-11-25T07:59', 21, 8, '2026-11-25T08:00'],
    ['2026-11-25T08:00', 21, 8, '2026-11-25T08:00'],
    ['2026-12-31T22:00', 21, 8, '2027-01-01T08:00'],
    ['2028-02-28T23:00', 21, 8, '2028-02-29T08:00'],
    ['2026-11-24T12:30', 12, 14, '2026-11-24T14:00'],
    ['2026-11-24T11:59', 12, 14, '2026-11-24T11:59'],
    ['2026-11-24T14:00', 12, 14, '2026-11-24T14:00'],
    ['2026-11-24T23:30', 23, 0, '2026-11-25T00:00'],
    ['2026-11-25T00:00', 23, 0, '2026-11-25T00:00'],
    ['2026-11-24T00:30', 0, 6, '2026-11-24T06:00'],
    ['2026-11-24T03:00', 0, 0, '2026-11-24T03:00'],
    ['2026-11-24T09:00', 9, 9, '2026-11-24T09:00'],
    ['2026-11-24T09:00', 10, 9, '2026-11-24T09:00'],
    ['2026-11-24T10:00', 10, 9, '2026-11-25T09:00'],
  ])('at %s, quiet from %d to %d, mail goes out at %s', (now, fromHour, untilHour, due) => {
    expect(local(endOfQuiet(at(now), { fromHour, untilHour }))).toBe(due);
  });
});

describe('a visit', () => {
  const now = at('2026-12-31T22:00');
  test.each([
    ['2026-12-31T17:59', false],
    ['2026-12-31T18:00', true],
    ['2027-01-01T22:00', true],
    ['2027-01-01T22:01', false],
  ])('planned for %s is near at ten on New Year’s Eve: %s', (time, near) => {
    expect(isSoon([at(time)], now)).toBe(near);
  });

  test('is near when one of its possible times is', () => {
    expect(isSoon([at('2027-01-20T10:00'), at('2027-01-01T10:00')], now)).toBe(true);
    expect(isSoon([], now)).toBe(false);
  });
});

describe('the mail of a notification is due', () => {
  const night = { quiet: USUAL_QUIET_HOURS, now: at('2026-11-24T22:00'), times: [], lastDigestAt: null };
  const day = { ...night, now: at('2026-11-24T10:00') };
  const tomorrow = { times: [at('2026-11-25T09:00')] };

  test.each([
    ['an offer by day', { ...day, kind: 'offer_asked' }, '2026-11-24T10:00'],
    ['an offer at night', { ...night, kind: 'offer_asked' }, '2026-11-25T08:00'],
    ['an offer at night for tomorrow', { ...night, ...tomorrow, kind: 'offer_asked' }, '2026-11-25T08:00'],
    ['a cancelled visit of next week', { ...night, kind: 'visit_cancelled' }, '2026-11-25T08:00'],
    ['a cancelled visit of tomorrow', { ...night, ...tomorrow, kind: 'visit_cancelled' }, '2026-11-24T22:00'],
    ['a message before tomorrow', { ...night, ...tomorrow, kind: 'message_received' }, '2026-11-24T22:00'],
    ['a concern', { ...night, kind: 'concern_raised' }, '2026-11-24T22:00'],
    ['an overdue visit', { ...night, kind: 'visit_overdue' }, '2026-11-24T22:00'],
    ['the first matter of the desk', { ...day, kind: 'desk_submitted' }, '2026-11-24T10:00'],
    [
      'the next one, ten minutes after a mail',
      { ...day, kind: 'desk_submitted', lastDigestAt: at('2026-11-24T09:50') },
      '2026-11-24T10:50',
    ],
    [
      'one when the hour would end in the night',
      { ...day, now: at('2026-11-24T20:30'), kind: 'desk_submitted', lastDigestAt: at('2026-11-24T20:15') },
      '2026-11-25T08:00',
    ],
    [
      'one long after the last mail',
      { ...day, kind: 'desk_submitted', lastDigestAt: at('2026-11-20T09:50') },
      '2026-11-24T10:00',
    ],
  ] as const)('%s', (_what, waiting, due) => {
    expect(local(dueAt({ ...waiting, kind: kindNamed(waiting.kind) }))).toBe(due);
  });
});
