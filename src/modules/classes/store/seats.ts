import type { Selectable, Updateable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ClassesSeats } from '../../../platform/database/generated.ts';
import type { Seat, SeatState } from '../types.ts';

export async function insertSeat(
  tx: Tx,
  seat: Pick<Seat, 'sessionId' | 'childId' | 'isTrial' | 'waitingSince'>,
): Promise<Seat> {
  const row = await tx
    .insertInto('classes.seats')
    .values({
      session_id: seat.sessionId,
      child_id: seat.childId,
      is_trial: seat.isTrial,
      waiting_since: seat.waitingSince,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSeat(row);
}

export async function updateSeat(tx: Tx, id: string, changes: Updateable<ClassesSeats>): Promise<void> {
  await tx
    .updateTable('classes.seats')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findSeat(db: Database, id: string): Promise<Seat | null> {
  const row = await db.selectFrom('classes.seats').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toSeat(row) : null;
}

/** The seat of a child in a session; null where they neither have nor wait for one. */
export async function findSeatOf(
  db: Database,
  { sessionId, childId }: Pick<Seat, 'sessionId' | 'childId'>,
): Promise<Seat | null> {
  const row = await db
    .selectFrom('classes.seats')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('child_id', '=', childId)
    .executeTakeFirst();
  return row ? toSeat(row) : null;
}

/** All of a session. A room holds forty children; who waits beyond hundreds waits for another day. */
const SEATS_A_SESSION = 400;

/** Everybody of a session who has not given up, in the order in which they wait. */
export async function listSeats(db: Database, sessionId: string): Promise<Seat[]> {
  const rows = await db
    .selectFrom('classes.seats')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('state', '!=', 'given_up')
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(SEATS_A_SESSION)
    .execute();
  return rows.map(toSeat);
}

/** Seats of a child in sessions that have not begun. */
export async function listSeatsAhead(db: Database, childId: string, now: Temporal.Instant): Promise<Seat[]> {
  const rows = await db
    .selectFrom('classes.seats as s')
    .innerJoin('classes.sessions as d', 'd.id', 's.session_id')
    .selectAll('s')
    .where('s.child_id', '=', childId)
    .where('d.starts_at', '>', now)
    .where('d.state', '=', 'open')
    .orderBy('d.starts_at')
    .limit(SEATS_A_SESSION)
    .execute();
  return rows.map(toSeat);
}

interface SeatMove {
  readonly seat: Pick<Seat, 'id' | 'sessionId'>;
  readonly act: string;
  readonly from: SeatState | null;
  readonly to: SeatState;
  readonly byPerson: string | null;
  readonly byHouse: boolean;
  readonly at: Temporal.Instant;
}

/** A line of the history. */
export async function insertSeatMove(tx: Tx, move: SeatMove): Promise<void> {
  await tx
    .insertInto('classes.seat_moves')
    .values({
      session_id: move.seat.sessionId,
      seat_id: move.seat.id,
      act: move.act,
      from_state: move.from,
      to_state: move.to,
      by_person: move.byPerson,
      by_house: move.byHouse,
      at: move.at,
    })
    .execute();
}

function toSeat(row: Selectable<ClassesSeats>): Seat {
  return {
    id: row.id,
    sessionId: row.session_id,
    childId: row.child_id,
    state: row.state,
    isTrial: row.is_trial,
    waitingSince: row.waiting_since,
    offeredUntil: row.offered_until,
    version: row.version,
  };
}
