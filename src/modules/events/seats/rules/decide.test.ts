import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Registration } from '../../types.ts';
import { decideMoves, LAST_CALL_HOURS, offerUntil } from './decide.ts';
import { fits, freeOf, needOf, type Seats, take } from './seats.ts';
import { wakingHours } from './waking.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const STARTS = at('2026-12-07T13:00');
const NOW = at('2026-11-30T10:00');
const EVENT = { state: 'published', startsAt: STARTS, lastCallAt: null } as const;

const waiting = (id: string, people: number, children = 0): Registration => ({
  id,
  eventId: 'event',
  personId: null,
  email: `${id}@example.org`,
  name: id,
  locale: 'en',
  state: 'waiting',
  waitingSince: NOW,
  offeredUntil: null,
  party: Array.from({ length: people }, (_, place) => ({
    age: place < children ? 6 : null,
    crafts: false,
    interpretation: null,
  })),
  sequence: 0,
  version: 1,
});
const anybody = (capacity: number, taken: number): Seats => ({
  kind: 'anybody',
  language: '',
  capacity,
  taken,
});
const offeredIds = (moves: ReturnType<typeof decideMoves>) =>
  moves.offered.map(({ registration }) => registration.id);

describe('what is free', () => {
  test('goes to those who wait in their order, to whole parties only', () => {
    const list = [waiting('first', 3), waiting('second', 1), waiting('third', 1), waiting('fourth', 1)];
    const scene = { event: EVENT, seats: [anybody(10, 8)], waiting: list, offered: [], now: NOW };
    expect(offeredIds(decideMoves(scene))).toEqual(['second', 'third']);
  });

  test('is never more than there is, and nobody for whom it is enough is passed over', () => {
    const scenes = fc.record({
      capacity: fc.nat(12),
      taken: fc.nat(14),
      children: fc.nat(6),
      sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(2)), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(scenes, ({ capacity, taken, children, sizes }) => {
        const seats = [anybody(capacity, taken), { ...anybody(children, 0), kind: 'child' as const }];
        const list = sizes.map(([people, kids], place) => waiting(String(place), people, kids));
        const moves = decideMoves({ event: EVENT, seats, waiting: list, offered: [], now: NOW });
        const chosen = new Set(offeredIds(moves));
        const free = freeOf(seats);
        for (const one of list) {
          const need = needOf(one.party);
          expect(chosen.has(one.id)).toBe(fits(free, need));
          if (chosen.has(one.id)) take(free, need);
        }
      }),
    );
  });

  test('comes back from an offer that nobody took in time', () => {
    const late = { ...waiting('late', 2), state: 'offered', offeredUntil: NOW } as const;
    const scene = {
      event: EVENT,
      seats: [anybody(2, 2)],
      waiting: [waiting('next', 2)],
      offered: [late],
      now: NOW,
    };
    const moves = decideMoves(scene);
    expect(moves.passed).toEqual([late]);
    expect(offeredIds(moves)).toEqual(['next']);
  });

  test('is called out once in the last hours, held for nobody, and after the start is nobody’s', () => {
    const scene = { event: EVENT, seats: [anybody(2, 0)], waiting: [waiting('one', 1)], offered: [] };
    expect(decideMoves({ ...scene, now: at('2026-12-07T09:00') })).toMatchObject({
      offered: [],
      isLastCall: true,
    });
    const called = { ...EVENT, lastCallAt: NOW };
    expect(decideMoves({ ...scene, event: called, now: at('2026-12-07T09:30') }).isLastCall).toBe(false);
    expect(decideMoves({ ...scene, now: STARTS })).toEqual({ passed: [], offered: [], isLastCall: false });
  });
});

describe('an offer', () => {
  test('is open longer the earlier it comes, ends while people are awake, and long before the start', () => {
    expect(offerUntil(STARTS, NOW)?.equals(at('2026-12-01T20:30'))).toBe(true);
    expect(offerUntil(STARTS, at('2026-12-06T20:30'))).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 40 }), (minutes) => {
        const now = STARTS.subtract({ minutes });
        const until = offerUntil(STARTS, now);
        if (until === null) {
          expect(wakingHours(now, STARTS)).toBeLessThan(LAST_CALL_HOURS);
          return;
        }
        const hour = until.toZonedDateTimeISO('Asia/Tokyo').toPlainTime();
        expect(Temporal.PlainTime.compare(hour, '08:00')).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainTime.compare(hour, '21:00')).toBeLessThanOrEqual(0);
        expect(wakingHours(now, until)).toBeGreaterThanOrEqual(2 - 1 / 3600);
        expect(wakingHours(until, STARTS)).toBeGreaterThanOrEqual(4 - 1 / 3600);
      }),
    );
  });
});
