import type { Event, Registration } from '../../types.ts';
import { fits, freeOf, needOf, type Seats, take } from './seats.ts';
import { addWakingHours, wakingHours } from './waking.ts';

/** An offer is open for a quarter of what is left, but for two waking hours at least and two days at most. */
const SHARE = 4;
const SHORTEST = 2;
const LONGEST = 26;
/** So shortly before the start nothing is held for anybody any more: whoever comes first has what is free. */
export const LAST_CALL_HOURS = 6;

export interface Moves {
  /** Offers whose time is over. */
  readonly passed: readonly Registration[];
  readonly offered: readonly { readonly registration: Registration; readonly until: Temporal.Instant }[];
  /** Whether all who wait are told now that whoever comes first has what is free. */
  readonly isLastCall: boolean;
}

interface Scene {
  readonly event: Pick<Event, 'state' | 'startsAt' | 'lastCallAt'>;
  readonly seats: readonly Seats[];
  /** In their order. */
  readonly waiting: readonly Registration[];
  readonly offered: readonly Registration[];
  readonly now: Temporal.Instant;
}

/** Whether anybody can still come to have a seat. */
export function givesSeats({ state, startsAt }: Scene['event'], now: Temporal.Instant): boolean {
  return (state === 'published' || state === 'closed') && Temporal.Instant.compare(now, startsAt) < 0;
}

/** Until when an offer that is made now is open; null where none is made any more. */
export function offerUntil(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const left = wakingHours(now, startsAt);
  if (left < LAST_CALL_HOURS) return null;
  return addWakingHours(now, Math.min(Math.max(left / SHARE, SHORTEST), LONGEST));
}

/**
 * What becomes of an event's seats now: offers that were not taken in time end, and what is free is offered in the order in
 * which people wait, to each whole party that it is enough for. Who needs more keeps their place.
 */
export function decideMoves({ event, seats, waiting, offered, now }: Scene): Moves {
  const isOver = ({ offeredUntil }: Registration) =>
    offeredUntil !== null && Temporal.Instant.compare(offeredUntil, now) <= 0;
  const passed = offered.filter((one) => isOver(one) || !givesSeats(event, now));
  if (!givesSeats(event, now)) return { passed, offered: [], isLastCall: false };
  const free = freeOf(seats);
  for (const { party } of passed) giveBack(free, party);
  const fitting = waiting.filter(({ party }) => {
    const need = needOf(party);
    if (!fits(free, need)) return false;
    take(free, need);
    return true;
  });
  const until = offerUntil(event.startsAt, now);
  return until
    ? { passed, offered: fitting.map((registration) => ({ registration, until })), isLastCall: false }
    : { passed, offered: [], isLastCall: event.lastCallAt === null && fitting.length > 0 };
}

function giveBack(free: Map<string, number>, party: Registration['party']): void {
  for (const [key, count] of needOf(party)) {
    const left = free.get(key);
    if (left !== undefined) free.set(key, left + count);
  }
}
