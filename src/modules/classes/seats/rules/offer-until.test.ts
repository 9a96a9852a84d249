import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGivenAtOnce, offersCloseAt, offerUntil } from './offer-until.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
/** A Saturday. */
const STARTS = at('2026-12-12T10:00');
const say = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null;

test.each<[string, string, string | null]>([
  ['a day by day', '2026-12-09T15:00', '2026-12-10T15:00'],
  ['until ten for what comes late in the evening', '2026-12-08T22:30', '2026-12-10T10:00'],
  ['until ten for what comes before dawn', '2026-12-09T03:00', '2026-12-10T10:00'],
  ['on the last days until Friday at six', '2026-12-10T20:00', '2026-12-11T18:00'],
  ['for the last hour', '2026-12-11T17:00', '2026-12-11T18:00'],
  ['not any more after it', '2026-12-11T17:01', null],
  ['nor on the day', '2026-12-12T08:00', null],
])('an offer is held %s', (_, now, until) => {
  expect(say(offerUntil(STARTS, at(now)))).toBe(until);
});

test('an offer is always open for an hour at least, ends while people are awake, and before the last evening', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 8 }), (minutes) => {
      const now = STARTS.subtract({ minutes });
      const until = offerUntil(STARTS, now);
      if (until === null) return;
      expect(until.since(now).total('hours')).toBeGreaterThanOrEqual(1);
      expect(Temporal.Instant.compare(until, offersCloseAt(STARTS))).toBeLessThanOrEqual(0);
      const hour = until.toZonedDateTimeISO('Asia/Tokyo').hour;
      expect(hour >= 8 && hour < 21).toBe(true);
    }),
  );
});

test('a week before the day seats are given without asking again', () => {
  expect(isGivenAtOnce(STARTS, at('2026-12-05T10:00'))).toBe(true);
  expect(isGivenAtOnce(STARTS, at('2026-12-05T10:01'))).toBe(false);
});
