import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../events.ts';
import { findSeat, insertSeatMove, updateSeat } from '../store/seats.ts';
import { lockSession } from '../store/sessions.ts';
import type { Seat, Session } from '../types.ts';
import { seatLife } from './life.ts';

export interface OnSeat {
  readonly seatId: string;
  readonly as: 'guardian' | 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
}

export interface SeatScene {
  readonly session: Session;
  readonly seat: Seat;
}

interface Ending {
  readonly offeredUntil: Temporal.Instant;
  readonly waitingSince: Temporal.Instant;
}

/** Acts on a seat under the lock of its session, so that all who move seats wait for each other. */
export const { does } = doing<typeof seatLife.acts, OnSeat, SeatScene, Ending, SeatScene>({
  life: seatLife,
  unknown: 'seat_is_unknown',
  async lock(tx, { seatId }) {
    const before = await findSeat(tx, seatId);
    const session = before && (await lockSession(tx, before.sessionId));
    const seat = session && (await findSeat(tx, seatId));
    return seat ? { session, seat } : null;
  },
  stateOf: ({ seat }) => seat.state,
  partyOf: (on) => on.as,
  async move(tx, { act, from, to, scene: { seat }, on, ending }) {
    if (!to) throw new Error('a seat stands somewhere');
    await updateSeat(tx, seat.id, {
      state: to,
      offered_until: ending.offeredUntil ?? null,
      ...(ending.waitingSince && { waiting_since: ending.waitingSince }),
      ...(to === 'taken' && { seated_at: on.now }),
    });
    await note(tx, { seat, act, from, to, on });
  },
  tell: (tx, type, { scene: { seat }, on }) =>
    publish(tx, {
      type,
      ids: {
        ...{ seatId: seat.id, sessionId: seat.sessionId, childId: seat.childId },
        ...(on.byPersonId && { byPersonId: on.byPersonId }),
      },
      live: ['desk'],
    }),
  done: (scene) => scene,
});

/** Writes a line of a seat's history. */
export function note(
  tx: Tx,
  move: Pick<Parameters<typeof insertSeatMove>[1], 'seat' | 'act' | 'from' | 'to'> & {
    readonly on: Pick<OnSeat, 'as' | 'byPersonId' | 'now'>;
  },
): Promise<void> {
  const { on, ...line } = move;
  return insertSeatMove(tx, {
    ...line,
    byPerson: on.byPersonId,
    byHouse: on.as === 'house',
    at: on.now,
  });
}
