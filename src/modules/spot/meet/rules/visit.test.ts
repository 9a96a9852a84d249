import { integer, property, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONDAY_TEN, tokyo } from '../../../../../test/support/spot-samples.ts';
import {
  answerWantedUntil,
  isEndedEarly,
  isTooLateToAsk,
  isUnsettled,
  mayCheckIn,
  mayHaveBeen,
  mayRecordNoShow,
  mayResume,
  minutesToPropose,
  onPlannedDay,
  takesOverAt,
  timeOfDayOf,
} from './visit.ts';

const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) =>
  outcome.ok ? null : outcome.refusal.code;
const later = (minutes: number) => MONDAY_TEN.add({ minutes });

describe('a visit', () => {
  test('can begin from an hour before', () => {
    expect(codeOf(mayCheckIn(MONDAY_TEN, tokyo('2026-12-07T08:59')))).toBe('too_early_to_check_in');
    expect(mayCheckIn(MONDAY_TEN, tokyo('2026-12-07T09:00')).ok).toBe(true);
  });

  test('is waited for a quarter of an hour before somebody counts as absent', () => {
    expect(codeOf(mayRecordNoShow(MONDAY_TEN, tokyo('2026-12-07T10:14')))).toBe('please_wait_a_little');
    expect(mayRecordNoShow(MONDAY_TEN, tokyo('2026-12-07T10:15')).ok).toBe(true);
  });

  test('that nobody has ended half an hour after its time is asked about', () => {
    const isAsked = (state: 'confirmed' | 'in_progress' | 'visited', minutes: number) =>
      isUnsettled({ state, endsAt: MONDAY_TEN }, later(minutes));
    expect([isAsked('confirmed', 30), isAsked('confirmed', 31), isAsked('in_progress', 31)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(isAsked('visited', 600)).toBe(false);
  });

  test('ended before its time is asked about once more', () => {
    expect([isEndedEarly(MONDAY_TEN, later(-1)), isEndedEarly(MONDAY_TEN, MONDAY_TEN)]).toEqual([
      true,
      false,
    ]);
  });

  test('that was ended by mistake goes on until it should be over and somebody has said how it was', () => {
    const visit = { endsAt: MONDAY_TEN, isReported: false, hasFeedback: false };
    expect(mayResume(visit, later(30)).ok).toBe(true);
    expect(codeOf(mayResume(visit, later(31)))).toBe('visit_should_be_over');
    for (const said of [{ isReported: true }, { hasFeedback: true }])
      expect(codeOf(mayResume({ ...visit, ...said }, MONDAY_TEN))).toBe('somebody_has_said_how_it_was');
  });

  test('was in the past, and ended after it began', () => {
    const told = { now: MONDAY_TEN, field: 'endedAt' };
    expect(mayHaveBeen(MONDAY_TEN, told).ok).toBe(true);
    expect(codeOf(mayHaveBeen(later(1), told))).toBe('that_time_is_still_ahead');
    const since = { ...told, after: later(-60) };
    expect(codeOf(mayHaveBeen(later(-60), since))).toBe('visit_ends_after_it_begins');
    expect(mayHaveBeen(later(-59), since).ok).toBe(true);
  });

  test('is reported with the minutes that were seen, unless both buttons were pressed late', () => {
    const minutes = (plan: number, seen: number) =>
      minutesToPropose(
        { startsAt: MONDAY_TEN, endsAt: later(plan) },
        { startsAt: MONDAY_TEN, endsAt: later(seen) },
      );
    expect([minutes(60, 70), minutes(60, 30), minutes(60, 29), minutes(1, 0)]).toEqual([70, 30, 60, 1]);
  });

  test('has its times of day on the day of the plan, in Japan', () => {
    const minute = integer({ min: 0, max: 24 * 60 - 1 });
    verify(
      property(minute, (of) => {
        const time = Temporal.PlainTime.from({ hour: Math.floor(of / 60), minute: of % 60 });
        const at = onPlannedDay(MONDAY_TEN, time);
        expect(timeOfDayOf(at)).toBe(time.toString({ smallestUnit: 'minute' }));
        expect(at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()).toBe('2026-12-07');
      }),
    );
  });
});

describe('asking goes on', () => {
  const opened = (local: string) => ({ openSince: tokyo(local), lastPossibleAt: MONDAY_TEN });

  test.each([
    ['until two days before the last possible time', '2026-11-24T09:00', '2026-12-05T09:59', false],
    ['no longer than that', '2026-11-24T09:00', '2026-12-05T10:00', true],
    ['when it was opened on the day before', '2026-12-06T10:00', '2026-12-07T09:59', false],
    ['not past the last possible time', '2026-12-06T10:00', '2026-12-07T10:00', true],
  ])('%s', (_, openSince, now, expected) => {
    expect(isTooLateToAsk(opened(openSince), tokyo(now), 48)).toBe(expected);
  });

  test('as long as an answer is wanted, and no longer', () => {
    const hours = integer({ min: -400, max: 10 });
    verify(
      property(hours, hours, integer({ min: 1, max: 96 }), (open, now, before) => {
        const [openSince, at] = [MONDAY_TEN.add({ hours: open }), MONDAY_TEN.add({ hours: now })];
        const wanted = answerWantedUntil({ possibleTimes: [MONDAY_TEN], openSince }, before, at);
        const request = { lastPossibleAt: MONDAY_TEN, openSince };
        expect(wanted === null).toBe(isTooLateToAsk(request, at, before));
        if (wanted) expect(wanted.equals(takesOverAt(request, before))).toBe(true);
      }),
    );
    expect(answerWantedUntil({ possibleTimes: [], openSince: MONDAY_TEN }, 48, MONDAY_TEN)).toBeNull();
  });
});
