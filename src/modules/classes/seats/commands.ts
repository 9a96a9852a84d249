import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { isInCourse } from '../store/enrolments.ts';
import { findSeatOf, insertSeat, updateSeat } from '../store/seats.ts';
import { findSession, lockSession } from '../store/sessions.ts';
import type { Seat } from '../types.ts';
import { does, note, type OnSeat, type SeatScene } from './doing.ts';
import { moveSeats } from './move-seats.ts';

const hasBegun = ({ session }: SeatScene, now: Temporal.Instant) =>
  session.state !== 'open' || Temporal.Instant.compare(now, session.startsAt) >= 0;

const take = does('take', (_, scene, { now }: OnSeat) => {
  const { offeredUntil } = scene.seat;
  const isOver = offeredUntil !== null && Temporal.Instant.compare(offeredUntil, now) <= 0;
  return isOver || hasBegun(scene, now) ? refuse('seat_offer_is_over') : accept({});
});
const giveUp = does('give_up', (_, scene, { now }: OnSeat) =>
  hasBegun(scene, now) ? refuse('session_has_begun') : accept({}),
);
const waitAgain = does('wait_again', (_, scene, { now }: OnSeat) =>
  hasBegun(scene, now) ? refuse('session_has_begun') : accept({ waitingSince: now }),
);

/** Somebody takes the seat that their child was offered. Refused: `seat_offer_is_over`. */
export async function takeSeat(tx: Tx, on: OnSeat): Promise<Outcome<SeatScene>> {
  return thenMove(tx, on, await take(tx, on));
}

/** A child does not come on that day: the seat goes on to whoever waits. Refused: `session_has_begun`. */
export async function giveUpSeat(tx: Tx, on: OnSeat): Promise<Outcome<SeatScene>> {
  return thenMove(tx, on, await giveUp(tx, on));
}

async function thenMove(tx: Tx, on: OnSeat, done: Outcome<SeatScene>): Promise<Outcome<SeatScene>> {
  if (done.ok) await moveSeats(tx, done.value.session.id, on.now);
  return done;
}

/**
 * A child waits for a seat on a day, at the end of those who wait; who waits already, or has one, keeps their place. Refused:
 * `session_is_elsewhere`, `session_has_begun`, and for who has left the course meanwhile `child_is_not_in_course`.
 * @param child with `since`, at the place of that moment: who has come to the course longest is the last without a seat
 */
export async function waitForSeat(
  tx: Tx,
  child: Pick<Seat, 'sessionId' | 'childId' | 'isTrial'> & { readonly since?: Temporal.Instant },
  by: Omit<OnSeat, 'seatId'>,
): Promise<Outcome<null>> {
  const { courseId } = (await findSession(tx, child.sessionId)) ?? {};
  const isIn = courseId !== undefined && (await isInCourse(tx, { childId: child.childId, courseId }));
  const session = await lockSession(tx, child.sessionId);
  if (!isIn) return refuse('child_is_not_in_course');
  if (session?.state !== 'open') return refuse('session_is_elsewhere');
  if (Temporal.Instant.compare(by.now, session.startsAt) >= 0) return refuse('session_has_begun');
  const known = await findSeatOf(tx, child);
  // Whoever has visited is in turn with those who come each time, once they are one of them.
  if (known?.isTrial && !child.isTrial) await updateSeat(tx, known.id, { is_trial: false });
  if (known && known.state !== 'given_up') return accept(null);
  if (known) {
    const again = await waitAgain(tx, { ...by, seatId: known.id });
    if (!again.ok) return again;
  } else {
    const seat = await insertSeat(tx, { ...child, waitingSince: child.since ?? by.now });
    await note(tx, { seat, act: 'wait', from: null, to: 'waiting', on: by });
  }
  await moveSeats(tx, session.id, by.now);
  return accept(null);
}
