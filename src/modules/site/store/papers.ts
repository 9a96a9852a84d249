import type { Database, Tx } from '../../../platform/database/connect.ts';

/** A file of a report: where it lies, and what is said beside the way to it. */
export interface Paper {
  readonly id: string;
  readonly fileId: string;
  readonly byteCount: number;
  /** Null where the file does not say it plainly. */
  readonly pages: number | null;
}

export async function findPaper(db: Database, id: string | null): Promise<Paper | null> {
  if (id === null) return null;
  const row = await db
    .selectFrom('site.papers')
    .select(['id', 'file_id as fileId', 'byte_count as byteCount', 'pages'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns its id */
export async function insertPaper(
  tx: Tx,
  articleId: string,
  paper: Omit<Paper, 'id'> & { readonly by: string; readonly now: Temporal.Instant },
): Promise<string> {
  const { fileId, byteCount, pages, by, now } = paper;
  const { id } = await tx
    .insertInto('site.papers')
    .values({
      article_id: articleId,
      file_id: fileId,
      byte_count: byteCount,
      pages,
      added_by: by,
      added_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
