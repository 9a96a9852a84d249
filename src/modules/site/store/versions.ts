import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Showing, Texts, Version } from '../types.ts';

const COLUMNS = [
  'number',
  'on_day as onDay',
  'paper_id as paperId',
  'written_by as writtenBy',
  'written_at as writtenAt',
] as const;
/** So many of the latest are listed; older ones keep their addresses. */
const MOST_LISTED = 50;

export async function findVersion(db: Database, articleId: string, number: number): Promise<Version | null> {
  const row = await db
    .selectFrom('site.versions')
    .select([...COLUMNS, 'texts'])
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? { ...row, texts: row.texts as Texts } : null;
}

/** The latest first, without what they say: fifty may hold megabytes. */
export async function listVersions(db: Database, articleId: string): Promise<Omit<Version, 'texts'>[]> {
  return db
    .selectFrom('site.versions')
    .select(COLUMNS)
    .where('article_id', '=', articleId)
    .orderBy('number', 'desc')
    .limit(MOST_LISTED)
    .execute();
}

/** The latest first. */
export async function listShowings(db: Database, articleId: string): Promise<Showing[]> {
  return db
    .selectFrom('site.showings')
    .select(['number', 'shown_by as shownBy', 'shown_at as shownAt'])
    .where('article_id', '=', articleId)
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();
}

/** Writes the next version of an article, which its caller has locked. */
export async function insertVersion(tx: Tx, articleId: string, version: Version): Promise<void> {
  await tx
    .insertInto('site.versions')
    .values({
      article_id: articleId,
      number: version.number,
      on_day: version.onDay,
      texts: JSON.stringify(version.texts),
      paper_id: version.paperId,
      written_by: version.writtenBy,
      written_at: version.writtenAt,
    })
    .execute();
  await tx.updateTable('site.articles').set({ latest: version.number }).where('id', '=', articleId).execute();
}

/** Says which version everybody reads from now on. @param version null for none */
export async function insertShowing(
  tx: Tx,
  articleId: string,
  {
    version,
    by,
    now,
  }: { readonly version: Version | null; readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const number = version?.number ?? null;
  await tx
    .insertInto('site.showings')
    .values({ article_id: articleId, number, shown_by: by, shown_at: now })
    .execute();
  await tx
    .updateTable('site.articles')
    .set({ shown: number, shown_on: version?.onDay ?? null, shown_at: version ? now : null })
    .where('id', '=', articleId)
    .execute();
}
