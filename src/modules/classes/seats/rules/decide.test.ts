import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seat, SeatState } from '../../types.ts';
import { decideMoves, inTurn } from './decide.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const STARTS = at('2026-12-12T10:00');
const EARLY = at('2026-11-30T10:00');
const LATE = at('2026-12-09T10:00');
const open = (cap: number) => ({ state: 'open', startsAt: STARTS, cap }) as const;

const seat = (id: string, state: SeatState, more: Partial<Seat> = {}): Seat => ({
  ...{ id, state, sessionId: 'session', childId: `child of ${id}`, isTrial: false, version: 1 },
  waitingSince: EARLY,
  offeredUntil: state === 'offered' ? STARTS : null,
  ...more,
});
const ids = (seats: readonly Seat[]) => seats.map(({ id }) => id);

describe('a tutor drops out', () => {
  test('the last in turn are unsure, those who visit once before those who come each time', () => {
    const seats = [seat('a', 'taken'), seat('b', 'taken', { isTrial: true }), seat('c', 'taken')];
    expect(ids(decideMoves({ session: open(2), seats, now: LATE }).unsettled)).toEqual(['b']);
    expect(ids(decideMoves({ session: open(0), seats, now: LATE }).unsettled)).toEqual(['a', 'c', 'b']);
  });

  test('an offer is taken back before anybody loses a seat', () => {
    const seats = [seat('a', 'taken'), seat('b', 'taken'), seat('c', 'offered'), seat('d', 'offered')];
    const moves = decideMoves({ session: open(3), seats, now: LATE });
    expect([ids(moves.putBack), moves.unsettled]).toEqual([['d'], []]);
    const fewer = decideMoves({ session: open(1), seats, now: LATE });
    expect([ids(fewer.putBack), ids(fewer.unsettled)]).toEqual([['c', 'd'], ['b']]);
  });

  test('whoever was unsure has their seat again before anybody who waits', () => {
    const seats = [seat('a', 'waiting'), seat('b', 'unsure', { waitingSince: LATE }), seat('c', 'unsure')];
    const moves = decideMoves({ session: open(2), seats, now: LATE });
    expect([ids(moves.restored), moves.offered]).toEqual([['c', 'b'], []]);
  });
});

describe('a free seat', () => {
  const seats = [seat('a', 'waiting'), seat('b', 'waiting')];

  test('is given a week before the day, and offered later', () => {
    expect(ids(decideMoves({ session: open(1), seats, now: EARLY }).given)).toEqual(['a']);
    const moves = decideMoves({ session: open(1), seats, now: LATE });
    expect([moves.given, ids(moves.offered.map((offer) => offer.seat))]).toEqual([[], ['a']]);
  });

  test('goes on when an offer was not taken in time', () => {
    const late = [seat('z', 'offered', { offeredUntil: LATE }), ...seats];
    const moves = decideMoves({ session: open(1), seats: late, now: LATE });
    expect([ids(moves.passed), ids(moves.offered.map((offer) => offer.seat))]).toEqual([['z'], ['a']]);
  });

  test('is nobody’s before the session is open, and once it has begun', () => {
    for (const state of ['planned', 'under_way', 'cancelled'] as const)
      expect(decideMoves({ session: { ...open(9), state }, seats, now: EARLY }).given).toEqual([]);
    expect(decideMoves({ session: open(9), seats, now: STARTS }).given).toEqual([]);
  });
});

test('after the moves never more seats are held than there are, and none is free while somebody who may have it waits', () => {
  const states: SeatState[] = ['waiting', 'offered', 'taken', 'unsure', 'given_up'];
  const any = fc.record({
    cap: fc.nat(8),
    seats: fc.array(fc.tuple(fc.constantFrom(...states), fc.boolean(), fc.nat(9)), { maxLength: 14 }),
    now: fc.constantFrom(EARLY, LATE),
  });
  fc.assert(
    fc.property(any, ({ cap, seats: drawn, now }) => {
      const seats = drawn.map(([state, isTrial, hours], place) =>
        seat(String(place), state, { isTrial, waitingSince: EARLY.subtract({ hours }) }),
      );
      const { passed, putBack, unsettled, restored, given, offered } = decideMoves({
        session: open(cap),
        seats,
        now,
      });
      const held = seats.filter(({ state }) => state === 'taken' || state === 'offered').length;
      const gained = restored.length + given.length + offered.length;
      const after = held - passed.length - putBack.length - unsettled.length + gained;
      expect(after).toBeLessThanOrEqual(cap);
      const wish = seats.filter(({ state }) => state === 'waiting' || state === 'unsure').length;
      if (after < cap) expect(gained).toBe(wish);
      // Nobody loses a seat to somebody else.
      if (unsettled.length > 0) expect(gained).toBe(0);
      const kept = seats.filter((one) => one.state === 'taken' && !unsettled.includes(one));
      for (const one of unsettled) for (const other of kept) expect(inTurn(other, one)).toBeLessThan(0);
    }),
  );
});
