import type { Database } from '../../../../platform/database/connect.ts';
import type { CancelReason, Course, SeatState } from '../../types.ts';

/** A child's place in a class that is to come. */
export interface SeatAhead {
  readonly seatId: string;
  readonly childId: string;
  readonly sessionId: string;
  readonly state: SeatState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Until when an offer is held. */
  readonly offeredUntil: Temporal.Instant | null;
  /** When the class was to begin before it was moved. */
  readonly movedFrom: Temporal.Instant | null;
  /** Why it does not take place; null where it does. */
  readonly cancelReason: CancelReason | null;
  readonly address: string;
  readonly texts: Course['texts'];
}

/** A term of Saturdays for several children. */
const MOST = 200;

const seats = (db: Database) =>
  db
    .selectFrom('classes.seats as s')
    .innerJoin('classes.sessions as d', 'd.id', 's.session_id')
    .innerJoin('classes.courses as c', 'c.id', 'd.course_id')
    .select([
      ...(['s.id', 's.child_id', 's.session_id', 's.state', 's.offered_until'] as const),
      ...(['d.starts_at', 'd.ends_at', 'd.moved_from', 'd.cancel_reason'] as const),
      ...(['c.address', 'c.texts'] as const),
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof seats>['execute']>>[number];

const toSeatAhead = (row: Row): SeatAhead => ({
  seatId: row.id,
  childId: row.child_id,
  sessionId: row.session_id,
  state: row.state,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  offeredUntil: row.offered_until,
  movedFrom: row.moved_from,
  cancelReason: row.cancel_reason,
  address: row.address,
  texts: row.texts as unknown as Course['texts'],
});

/** Places of these children in classes that are not over, the nearest first. */
export async function listSeatsAheadOf(
  db: Database,
  childIds: readonly string[],
  now: Temporal.Instant,
): Promise<SeatAhead[]> {
  if (childIds.length === 0) return [];
  const found = await seats(db)
    .where('s.child_id', 'in', childIds)
    .where('d.ends_at', '>', now)
    .where('d.state', 'in', ['planned', 'open', 'under_way'])
    .orderBy('d.starts_at')
    .orderBy('s.id')
    .limit(MOST)
    .execute();
  return found.map(toSeatAhead);
}

/** Classes of these children that were to come and do not take place, until their day is over; the nearest first. */
export async function listCalledOffOf(
  db: Database,
  childIds: readonly string[],
  now: Temporal.Instant,
): Promise<SeatAhead[]> {
  if (childIds.length === 0) return [];
  const found = await seats(db)
    .where('s.child_id', 'in', childIds)
    .where('s.state', '<>', 'given_up')
    .where('d.ends_at', '>', now)
    .where('d.state', '=', 'cancelled')
    .orderBy('d.starts_at')
    .orderBy('s.id')
    .limit(MOST)
    .execute();
  return found.map(toSeatAhead);
}

/** The children who come to a class, wait for it, or have given it up. */
export async function listOfSession(db: Database, sessionId: string): Promise<string[]> {
  const found = await db
    .selectFrom('classes.seats')
    .select('child_id')
    .where('session_id', '=', sessionId)
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return found.map(({ child_id }) => child_id);
}

export async function findSeatAhead(db: Database, seatId: string): Promise<SeatAhead | null> {
  const row = await seats(db).where('s.id', '=', seatId).executeTakeFirst();
  return row ? toSeatAhead(row) : null;
}

/** Children who come, or are about to, in classes that begin between two times. */
export async function listSeatsBetween(
  db: Database,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<SeatAhead[]> {
  const found = await seats(db)
    .where('d.starts_at', '>', from)
    .where('d.starts_at', '<=', until)
    .where('d.state', 'in', ['planned', 'open'])
    .where('s.state', 'in', ['taken', 'offered'])
    .orderBy('d.starts_at')
    .orderBy('s.id')
    .limit(MOST)
    .execute();
  return found.map(toSeatAhead);
}

/** The children who come to a class. */
export async function listComingTo(db: Database, sessionId: string): Promise<string[]> {
  const found = await db
    .selectFrom('classes.seats')
    .select('child_id')
    .where('session_id', '=', sessionId)
    .where('state', 'in', ['taken', 'offered'])
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return found.map(({ child_id }) => child_id);
}

/** Which of these children are in a course, or have asked for it. */
export async function listEnrolledIn(
  db: Database,
  courseId: string,
  childIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (childIds.length === 0) return new Set();
  const found = await db
    .selectFrom('classes.enrolments')
    .select('child_id')
    .where('course_id', '=', courseId)
    .where('child_id', 'in', childIds)
    .where('state', 'in', ['asked', 'trial', 'enrolled'])
    .execute();
  return new Set(found.map(({ child_id }) => child_id));
}

/** A course that a child is in, or has asked for. */
export interface EnrolledIn {
  readonly enrolmentId: string;
  readonly childId: string;
  readonly courseId: string;
  readonly state: 'asked' | 'trial' | 'enrolled';
  readonly texts: Course['texts'];
}

/** The courses of these children that are not over. */
export async function listEnrolmentsOf(db: Database, childIds: readonly string[]): Promise<EnrolledIn[]> {
  if (childIds.length === 0) return [];
  const found = await db
    .selectFrom('classes.enrolments as e')
    .innerJoin('classes.courses as c', 'c.id', 'e.course_id')
    .select(['e.id', 'e.child_id', 'e.course_id', 'e.state', 'c.texts'])
    .where('e.child_id', 'in', childIds)
    .where('e.state', 'in', ['asked', 'trial', 'enrolled'])
    .where('c.state', '<>', 'over')
    .orderBy('e.asked_at')
    .limit(MOST)
    .execute();
  return found.map(({ id, child_id, course_id, state, texts }) => ({
    enrolmentId: id,
    childId: child_id,
    courseId: course_id,
    state: state as EnrolledIn['state'],
    texts: texts as unknown as Course['texts'],
  }));
}

/** The course of an enrolment of this child; null for another's. */
export async function findEnrolmentIn(
  db: Database,
  childId: string,
  enrolmentId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('classes.enrolments')
    .select('course_id')
    .where('id', '=', enrolmentId)
    .where('child_id', '=', childId)
    .executeTakeFirst();
  return row?.course_id ?? null;
}
