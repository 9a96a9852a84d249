import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Waiting } from '../people/party.ts';
import { urgencyOf, urgencyWeights202611 } from './urgency.ts';

const day = Temporal.PlainDate.from('2020-01-01');
const waitingOf = fc.record({
  since_on: fc.constant(day.toString()),
  pausedDays: fc.nat(400),
  need: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  fallenThrough: fc.nat(50),
});
const after = (waiting: Waiting, days: number) =>
  urgencyOf(waiting, day.add({ days }).toString(), urgencyWeights202611).days;

test('urgency never falls from one day to the next, and never rises by more than one day', () => {
  fc.assert(
    fc.property(waitingOf, fc.nat(20_000), (waiting, days) => {
      const step = after(waiting, days + 1) - after(waiting, days);
      expect(step).toBe(days < waiting.pausedDays ? 0 : 1);
    }),
  );
});

test('urgency has no ceiling: any number is passed by waiting as many days', () => {
  fc.assert(
    fc.property(waitingOf, fc.nat(500_000), (waiting, ceiling) => {
      expect(after(waiting, ceiling + waiting.pausedDays + 1)).toBeGreaterThan(ceiling);
    }),
  );
});

test('nobody is overtaken by somebody who came more than a head start later', () => {
  const headStart = 3 * urgencyWeights202611.daysForNeed;
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 1000 }), (days, more) => {
      const early: Waiting = { since_on: day.toString(), pausedDays: 0, need: 0, fallenThrough: 0 };
      const since_on = day.add({ days: headStart + more }).toString();
      const late: Waiting = { ...early, since_on, need: 3 };
      const today = headStart + more + days;
      expect(after(early, today)).toBeGreaterThan(after(late, today));
    }),
  );
});

test('more need or more fallen proposals never make anybody less urgent', () => {
  fc.assert(
    fc.property(waitingOf, fc.nat(1000), (waiting, days) => {
      const fell = { ...waiting, fallenThrough: waiting.fallenThrough + 1 };
      expect(after(fell, days) - after(waiting, days)).toBe(urgencyWeights202611.daysForFallenThrough);
      expect(after({ ...waiting, need: 3 }, days)).toBeGreaterThanOrEqual(after(waiting, days));
    }),
  );
});

test('the reasons add up to the urgency', () => {
  const waiting: Waiting = { since_on: '2026-10-01', pausedDays: 3, need: 2, fallenThrough: 1 };
  const urgency = urgencyOf(waiting, '2026-11-22', urgencyWeights202611);
  expect(urgency).toEqual({
    days: 49 + 28 + 7,
    reasons: [
      { code: 'has_waited', params: { days: 49 } },
      { code: 'need_counts_as_days', params: { need: 2, days: 28 } },
      { code: 'fallen_through_counts_as_days', params: { times: 1, days: 7 } },
    ],
  });
});

test('whoever becomes ready only later has not waited yet', () => {
  const waiting: Waiting = { since_on: '2026-12-01', pausedDays: 0, need: 0, fallenThrough: 0 };
  expect(urgencyOf(waiting, '2026-11-22', urgencyWeights202611).days).toBe(0);
});
