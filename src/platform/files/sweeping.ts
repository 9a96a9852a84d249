import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { isOurs, MARK } from './store/claim.ts';
import type { FileStore } from './store/store.ts';

const AT_ONCE = 200;

/**
 * Deletes what is due, some hundred files at a time: the rows with their keys first, so that bytes that open nowhere are
 * the only leftover a crash can leave.
 * @returns how many files
 * @throws `StoreAway`; the rows that are gone by then stay gone, and the bytes are swept
 */
export async function deleteDueFiles(db: Database, store: FileStore, now: Temporal.Instant): Promise<number> {
  for (let count = 0; ; ) {
    const due = await db
      .deleteFrom('platform.files')
      .where('id', 'in', (some) =>
        some.selectFrom('platform.files').select('id').where('delete_after', '<', now).limit(AT_ONCE),
      )
      .returning(['id', 'name'])
      .execute();
    for (const { id, name } of due) await store.delete(name ?? id);
    count += due.length;
    if (due.length < AT_ONCE) return count;
  }
}

/** The bytes are written before the row is committed: younger ones may still get theirs. No transaction lives as long. */
const SWEPT_AFTER = { hours: 2 };

/**
 * Deletes bytes that no row names, also halves: left behind by an upload that was rolled back or killed, or by a crash
 * between row and bytes. Sweeps nothing where another database's files lie.
 * @returns how many files
 */
export async function sweepFiles(db: Database, store: FileStore, now: Temporal.Instant): Promise<number> {
  if (!(await isOurs(db, store))) return 0;
  const oldest = now.subtract(SWEPT_AFTER);
  let swept = 0;
  for await (const stored of store.list()) {
    const old = stored.filter(
      ({ name, writtenAt }) => name !== MARK && Temporal.Instant.compare(writtenAt, oldest) < 0,
    );
    for (const name of await listUnnamed(
      db,
      old.map(({ name }) => name),
    )) {
      await store.delete(name);
      swept++;
    }
  }
  return swept;
}

/** A stored name as an id, by which the indexes find it; null for a half. */
const FILE_ID = sql`case when length(stored.name) = 36 then stored.name::uuid end`;

async function listUnnamed(db: Database, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${[...names]}::text[]) as stored (name)
    where not exists (select from platform.files f where f.name = ${FILE_ID} or (f.id = ${FILE_ID} and f.name is null))`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
