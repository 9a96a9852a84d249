import type { Database, Tx } from '../../../platform/database/connect.ts';

/** The files of those among some people who show their face, by person. */
export async function findPortraits(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.portraits')
    .select(['person_id', 'file_id'])
    .where('person_id', 'in', personIds)
    .execute();
  return new Map(rows.map(({ person_id, file_id }) => [person_id, file_id]));
}

/** Whose face a file is that is shown now. */
export async function findShower(db: Database, fileId: string): Promise<string | null> {
  const row = await db
    .selectFrom('people.portraits')
    .select('person_id')
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Takes somebody's portrait away. @returns its file, which is named by nothing any more */
export async function deletePortrait(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('people.portraits')
    .where('person_id', '=', personId)
    .returning('file_id')
    .executeTakeFirst();
  return row?.file_id ?? null;
}

/** Shows a face from now on. */
export async function insertPortrait(
  tx: Tx,
  portrait: { readonly personId: string; readonly fileId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { personId, fileId, now } = portrait;
  await tx
    .insertInto('people.portraits')
    .values({ person_id: personId, file_id: fileId, changed_at: now })
    .execute();
}
