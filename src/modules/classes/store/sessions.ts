import type { Selectable, Updateable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ClassesSessions } from '../../../platform/database/generated.ts';
import type { Planned, Session } from '../types.ts';

export type NewSession = Pick<Session, 'courseId' | 'startsAt' | 'endsAt' | 'room' | 'plan'>;

/** @returns the new one's id: planned */
export async function insertSession(tx: Tx, session: NewSession, now: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto('classes.sessions')
    .values({
      course_id: session.courseId,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      room: session.room,
      plan: JSON.stringify(session.plan),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Each change is the next version. What is counted is the database's to write. */
export async function updateSession(
  tx: Tx,
  id: string,
  changes: Omit<Updateable<ClassesSessions>, 'cap' | 'taken'>,
): Promise<void> {
  await tx
    .updateTable('classes.sessions')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findSession(db: Database, id: string): Promise<Session | null> {
  const row = await db.selectFrom('classes.sessions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toSession(row) : null;
}

/** As `findSession`; whatever changes it, its seats or who comes waits until the transaction ends. */
export async function lockSession(tx: Tx, id: string): Promise<Session | null> {
  const row = await tx
    .selectFrom('classes.sessions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toSession(row) : null;
}

export async function findSessions(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('classes.sessions').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toSession(row)]));
}

/** A course has 60 days at the most: one a week, and a few besides. */
const SESSIONS_A_COURSE = 60;

/** All days of a course, in their order. */
export async function listSessions(db: Database, courseId: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('classes.sessions')
    .selectAll()
    .where('course_id', '=', courseId)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(SESSIONS_A_COURSE)
    .execute();
  return rows.map(toSession);
}

/** What is to come or under way, the nearest first. */
export async function listSessionsAhead(
  db: Database,
  states: readonly ('planned' | 'open' | 'under_way')[],
  most: number,
): Promise<Session[]> {
  const rows = await db
    .selectFrom('classes.sessions')
    .selectAll()
    .where('state', 'in', ['planned', 'open', 'under_way'])
    .where('state', 'in', states)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(toSession);
}

/** The next days of each course, in their order: so many of each at the most. */
export async function listNextDays(
  db: Database,
  courseIds: readonly string[],
  { now, most }: { readonly now: Temporal.Instant; readonly most: number },
): Promise<ReadonlyMap<string, readonly Session[]>> {
  if (courseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('classes.courses as c')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('classes.sessions')
          .selectAll()
          .whereRef('course_id', '=', 'c.id')
          .where('state', 'in', ['planned', 'open'])
          .where('starts_at', '>', now)
          .orderBy('starts_at')
          .limit(most)
          .as('s'),
      (join) => join.onTrue(),
    )
    .selectAll('s')
    .where('c.id', 'in', courseIds)
    .orderBy('s.starts_at')
    .execute();
  return Map.groupBy(rows.map(toSession), ({ courseId }) => courseId);
}

/** Those of a course that are open and have not begun. */
export async function listOpenSessions(
  db: Database,
  courseId: string,
  now: Temporal.Instant,
): Promise<Session[]> {
  const rows = await db
    .selectFrom('classes.sessions')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('state', '=', 'open')
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(SESSIONS_A_COURSE)
    .execute();
  return rows.map(toSession);
}

function toSession(row: Selectable<ClassesSessions>): Session {
  return {
    id: row.id,
    courseId: row.course_id,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    room: row.room,
    plan: row.plan as unknown as Planned[],
    cap: row.cap,
    taken: row.taken,
    cancelReason: row.cancel_reason,
    movedFrom: row.moved_from,
    costJpy: row.cost_jpy,
    version: row.version,
  };
}
