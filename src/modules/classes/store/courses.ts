import type { Selectable, Updateable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ClassesCourses } from '../../../platform/database/generated.ts';
import type { Course } from '../types.ts';

export type WrittenCourse = Omit<Course, 'id' | 'state' | 'version'>;

/** @returns the new one's id: planned */
export async function insertCourse(
  tx: Tx,
  course: WrittenCourse,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<string> {
  const { id } = await tx
    .insertInto('classes.courses')
    .values({ ...toRow(course), written_by: by.personId, created_at: by.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function toRow(course: WrittenCourse) {
  return {
    begins_on: course.beginsOn,
    ends_on: course.endsOn,
    room: course.room,
    from_age: course.fromAge,
    to_age: course.toAge,
    address: course.address,
    texts: JSON.stringify(course.texts),
  };
}

/** Each change is the next version. */
export async function updateCourse(tx: Tx, id: string, changes: Updateable<ClassesCourses>): Promise<void> {
  await tx
    .updateTable('classes.courses')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findCourse(db: Database, id: string): Promise<Course | null> {
  const row = await db.selectFrom('classes.courses').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCourse(row) : null;
}

/** Those that there are of these, by their ids. */
export async function findCourses(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Course>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('classes.courses').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toCourse(row)]));
}

/** As `findCourse`; whatever changes it waits until the transaction ends. */
export async function lockCourse(tx: Tx, id: string): Promise<Course | null> {
  const row = await tx
    .selectFrom('classes.courses')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toCourse(row) : null;
}

/** Those of a state, the newest first. */
export async function listCourses(
  db: Database,
  states: readonly Course['state'][],
  most: number,
): Promise<Course[]> {
  const rows = await db
    .selectFrom('classes.courses')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('begins_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toCourse);
}

function toCourse(row: Selectable<ClassesCourses>): Course {
  return {
    id: row.id,
    state: row.state,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    room: row.room,
    fromAge: row.from_age,
    toAge: row.to_age,
    address: row.address,
    texts: row.texts as unknown as Course['texts'],
    version: row.version,
  };
}
