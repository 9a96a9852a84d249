import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import { dayTogether, endAfterPause, endOfMonth, isDue, MONTHS, monthOf, monthsOver } from './calendar.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const pairFrom = (startedOn: Temporal.PlainDate, paused = 0, pausedOn: Temporal.PlainDate | null = null) => ({
  startedOn,
  endsOn: endOfPair(startedOn).add({ days: paused }),
  pausedOn,
});

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => day('2024-01-01').add({ days }));

describe('the months of a pair', () => {
  test.each([
    ['2026-08-31', '2026-09-29', 1],
    ['2026-08-31', '2026-09-30', 2],
    ['2026-08-31', '2027-02-27', 6],
    ['2026-08-31', '2027-05-01', 6],
    ['2026-08-31', '2026-08-01', 1],
  ])('that began on %s: %s lies in month %i', (from, on, month) => {
    expect(monthOf(pairFrom(day(from)), day(on))).toBe(month);
  });

  test('are each day’s one, in order, and six are over exactly on the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (startedOn, paused) => {
        const pair = pairFrom(startedOn, paused);
        const days = startedOn.until(pair.endsOn).days;
        let before = 0;
        for (let at = 0; at <= days; at++) {
          const over = monthsOver(pair, startedOn.add({ days: at }));
          expect(over).toBeGreaterThanOrEqual(before);
          before = over;
        }
        expect(monthsOver(pair, pair.endsOn)).toBe(6);
        expect(monthsOver(pair, pair.endsOn.subtract({ days: 1 }))).toBe(5);
      }),
      { numRuns: 60 },
    );
  });

  test('stand still while they pause: whoever goes on has as many days before them as when they stopped', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 170 }),
        fc.integer({ min: 0, max: 90 }),
        (startedOn, after, days) => {
          const pausedOn = startedOn.add({ days: after });
          const paused = pairFrom(startedOn, 0, pausedOn);
          const today = pausedOn.add({ days });
          const resumed = { ...paused, endsOn: endAfterPause(paused, today), pausedOn: null };
          expect(today.until(resumed.endsOn).days).toBe(pausedOn.until(paused.endsOn).days);
          expect(dayTogether(paused, today)).toEqual(pausedOn);
          expect(monthOf(resumed, today)).toBe(monthOf(paused, pausedOn));
          for (const month of MONTHS)
            expect(endOfMonth(paused, month, today)).toEqual(endOfMonth(resumed, month, today));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('are over in Japan’s day, and never while they pause', () => {
    const pair = pairFrom(day('2026-08-31'));
    expect(isDue(pair, Temporal.Instant.from('2027-02-27T14:59:00Z'))).toBe(false);
    expect(isDue(pair, Temporal.Instant.from('2027-02-27T15:00:00Z'))).toBe(true);
    const paused = { ...pair, pausedOn: day('2027-01-01') };
    expect(isDue(paused, Temporal.Instant.from('2027-09-01T00:00:00Z'))).toBe(false);
  });
});
