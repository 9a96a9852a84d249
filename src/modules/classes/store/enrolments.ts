import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ClassesEnrolments } from '../../../platform/database/generated.ts';
import type { Enrolment } from '../types.ts';

export async function insertEnrolment(
  tx: Tx,
  { childId, courseId }: Pick<Enrolment, 'childId' | 'courseId'>,
  now: Temporal.Instant,
): Promise<Enrolment> {
  const row = await tx
    .insertInto('classes.enrolments')
    .values({ child_id: childId, course_id: courseId, asked_at: now, moved_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toEnrolment(row);
}

export async function moveEnrolment(
  tx: Tx,
  id: string,
  state: Enrolment['state'],
  { now, isAskedAnew }: { readonly now: Temporal.Instant; readonly isAskedAnew: boolean },
): Promise<void> {
  await tx
    .updateTable('classes.enrolments')
    .set((is) => ({
      ...{ state, moved_at: now, version: is('version', '+', 1) },
      ...(isAskedAnew && { asked_at: now }),
    }))
    .where('id', '=', id)
    .execute();
}

export async function lockEnrolment(tx: Tx, id: string): Promise<Enrolment | null> {
  const row = await tx
    .selectFrom('classes.enrolments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toEnrolment(row) : null;
}

export async function findEnrolmentOf(
  db: Database,
  { childId, courseId }: Pick<Enrolment, 'childId' | 'courseId'>,
): Promise<Enrolment | null> {
  const row = await db
    .selectFrom('classes.enrolments')
    .selectAll()
    .where('child_id', '=', childId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
  return row ? toEnrolment(row) : null;
}

/** Whether a child comes to a course, or visits it; who leaves it meanwhile waits until the transaction ends. */
export async function isInCourse(
  tx: Tx,
  { childId, courseId }: Pick<Enrolment, 'childId' | 'courseId'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('classes.enrolments')
    .select('id')
    .where('child_id', '=', childId)
    .where('course_id', '=', courseId)
    .where('state', 'in', ['trial', 'enrolled'])
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** Children of a course: a room of forty, and those who wait for it. */
const A_COURSE = 400;

/** Those of a course in some states, in the order in which they asked. */
export async function listEnrolments(
  db: Database,
  courseId: string,
  states: readonly Enrolment['state'][],
): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('classes.enrolments')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('state', 'in', states)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(A_COURSE)
    .execute();
  return rows.map(toEnrolment);
}

function toEnrolment(row: Selectable<ClassesEnrolments>): Enrolment {
  return {
    id: row.id,
    childId: row.child_id,
    courseId: row.course_id,
    state: row.state,
    askedAt: row.asked_at,
    version: row.version,
  };
}
