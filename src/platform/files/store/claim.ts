import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { FileStore } from './store.ts';

/** The name under which a store says whose it is. */
export const MARK = '00000000-0000-4000-8000-000000000000';
const SUBJECT = 'file-store';

/**
 * Sees that this store is the one of this database. The first start marks it; a process with a folder of its own, or
 * whose shared disk is not mounted, must not keep files where nobody else finds them.
 * @throws with a sentence for the person at the terminal
 */
export async function claimStore(db: Database, store: FileStore): Promise<void> {
  const id = await inTransaction(db, async (tx) => {
    // Of processes that start together one is the first.
    await sql`select pg_advisory_xact_lock(7048)`.execute(tx);
    const known = await readId(tx);
    if (known !== '') return known;
    const mark = await readMark(store);
    // Somebody else's files would be swept as nobody's.
    if (mark !== null && !(await isEmpty(store)))
      throw new Error(
        `${store.place} holds the files of another database. Give this one a place of its own.`,
      );
    const chosen = mark ?? randomUUID();
    if (mark === null) await store.put(MARK, Buffer.from(chosen));
    await sql`insert into platform.settings (subject, value)
      values (${SUBJECT}, jsonb_build_object('id', ${chosen}::text))`.execute(tx);
    return chosen;
  });
  if ((await readMark(store)) !== id)
    throw new Error(
      `${store.place} is not where this database keeps its files (${id}). Every process needs the same place: FILES_URL, or the same DATA_DIRECTORY. Is the shared disk mounted? Where files are lost or were moved: docs/operations.md, "Files".`,
    );
}

/** Whether what lies in this store may be swept. */
export async function isOurs(db: Database, store: FileStore): Promise<boolean> {
  const mark = await readMark(store);
  return mark !== null && mark === (await readId(db));
}

async function readMark(store: FileStore): Promise<string | null> {
  const bytes = await store.get(MARK);
  return bytes && Buffer.from(bytes).toString().trim();
}

async function readId(db: Database): Promise<string> {
  const row = await db
    .selectFrom('platform.settings')
    .select(sql<string>`value ->> 'id'`.as('id'))
    .where('subject', '=', SUBJECT)
    .executeTakeFirst();
  return row?.id ?? '';
}

async function isEmpty(store: FileStore): Promise<boolean> {
  for await (const some of store.list()) if (some.some(({ name }) => name !== MARK)) return false;
  return true;
}
