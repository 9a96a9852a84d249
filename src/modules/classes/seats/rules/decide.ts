import type { Seat, Session } from '../../types.ts';
import { isGivenAtOnce, offerUntil } from './offer-until.ts';

/** What becomes of the seats of a session now. */
export interface Moves {
  /** Offers that nobody took in time. */
  readonly passed: readonly Seat[];
  /** Offers that are taken back, since there are fewer seats now. */
  readonly putBack: readonly Seat[];
  /** Children who had a seat, for whom there is none at the moment. */
  readonly unsettled: readonly Seat[];
  readonly restored: readonly Seat[];
  readonly given: readonly Seat[];
  readonly offered: readonly { readonly seat: Seat; readonly until: Temporal.Instant }[];
}

interface Scene {
  readonly session: Pick<Session, 'state' | 'startsAt' | 'cap'>;
  /** All of the session, in whatever order. */
  readonly seats: readonly Seat[];
  readonly now: Temporal.Instant;
}

/** In whose turn: children who are enrolled before those who visit once, then as they came. */
export function inTurn(one: Seat, other: Seat): number {
  return (
    Number(one.isTrial) - Number(other.isTrial) ||
    Temporal.Instant.compare(one.waitingSince, other.waitingSince) ||
    (one.id < other.id ? -1 : 1)
  );
}

const NOTHING: Moves = { passed: [], putBack: [], unsettled: [], restored: [], given: [], offered: [] };

/**
 * Seats follow those who teach. With fewer of them, offers are taken back first and then the last in turn are unsure; with
 * more, whoever is unsure has their seat again before anybody who waits. A week before the day seats are simply given;
 * later they are offered until a time, since families have made other plans.
 */
export function decideMoves({ session, seats, now }: Scene): Moves {
  if (session.state !== 'open' || Temporal.Instant.compare(now, session.startsAt) >= 0) return NOTHING;
  const ordered = seats.toSorted(inTurn);
  const inState = (state: Seat['state']) => ordered.filter((seat) => seat.state === state);
  const isOver = ({ offeredUntil }: Seat) =>
    offeredUntil !== null && Temporal.Instant.compare(offeredUntil, now) <= 0;
  const passed = inState('offered').filter(isOver);
  const offers = inState('offered').filter((seat) => !isOver(seat));
  const taken = inState('taken');
  const free = session.cap - taken.length - offers.length;
  if (free < 0) {
    // The last in turn are the first without.
    const putBack = offers.slice(Math.max(0, offers.length + free));
    return { ...NOTHING, passed, putBack, unsettled: taken.slice(session.cap) };
  }
  const restored = inState('unsure').slice(0, free);
  const next = inState('waiting').slice(0, free - restored.length);
  if (isGivenAtOnce(session.startsAt, now)) return { ...NOTHING, passed, restored, given: next };
  const until = offerUntil(session.startsAt, now);
  return { ...NOTHING, passed, restored, offered: until ? next.map((seat) => ({ seat, until })) : [] };
}
