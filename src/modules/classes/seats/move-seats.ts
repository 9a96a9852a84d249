import type { Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { listSeats } from '../store/seats.ts';
import { lockSession } from '../store/sessions.ts';
import { does, type OnSeat } from './doing.ts';
import { decideMoves } from './rules/decide.ts';

const offer = does('offer', (_, __, on: OnSeat & { readonly until: Temporal.Instant }) =>
  accept({ offeredUntil: on.until }),
);
const [hold, takeBack] = [does('hold'), does('take_back')];
const [pass, putBack, unsettle, restore, give] = [
  does('pass'),
  does('put_back'),
  does('unsettle'),
  does('restore'),
  does('give'),
];

/**
 * The one way in which seats follow those who teach: called with every answer of a tutor, every seat that is taken or given
 * up, and by the clock. Holds the session's lock. What falls away goes first, so that there are never more than allowed.
 */
export async function moveSeats(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  const session = await lockSession(tx, sessionId);
  if (!session) return;
  const moves = decideMoves({ session, seats: await listSeats(tx, sessionId), now });
  const by = { as: 'house', byPersonId: null, now } as const;
  for (const { id } of moves.passed) await pass(tx, { ...by, seatId: id });
  for (const { id } of moves.putBack) await putBack(tx, { ...by, seatId: id });
  for (const { id } of moves.unsettled) await unsettle(tx, { ...by, seatId: id });
  for (const { id } of moves.restored) await restore(tx, { ...by, seatId: id });
  for (const { id } of moves.given) await give(tx, { ...by, seatId: id });
  for (const { seat, until } of moves.offered) await offer(tx, { ...by, seatId: seat.id, until });
}

/** The day is moved: nobody has a seat until adults say yes to the new one, and whoever had one is the first to have it again. */
export async function holdSeats(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  const by = { as: 'house', byPersonId: null, now } as const;
  for (const { id, state } of await listSeats(tx, sessionId)) {
    if (state === 'taken') await hold(tx, { ...by, seatId: id });
    if (state === 'offered') await takeBack(tx, { ...by, seatId: id });
  }
}
