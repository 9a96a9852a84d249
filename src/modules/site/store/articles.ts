import { sql } from 'kysely';
import { type Database, readDay, readInstant, type Tx } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { rowsOf } from '../../../platform/database/questions.ts';
import {
  type Article,
  type Kind,
  type ShownArticle,
  SINGLE,
  type Texts,
  type WrittenKind,
} from '../types.ts';

const COLUMNS = ['a.id', 'a.kind', 'a.slug', 'a.latest', 'a.shown'] as const;

/** What everybody reads, with its words. */
function shownArticles(db: Database) {
  return db
    .selectFrom('site.articles as a')
    .innerJoin('site.versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.shown'),
    )
    .leftJoin('site.papers as p', 'p.id', 'v.paper_id')
    .select([...COLUMNS, 'a.shown_at as shownAt', 'v.on_day as onDay', 'v.texts'])
    .select(['p.id as paperId', 'p.byte_count as byteCount', 'p.pages']);
}

type ShownRow = Awaited<ReturnType<ReturnType<typeof shownArticles>['execute']>>[number];

export const toShown = ({ paperId, byteCount, pages, ...row }: ShownRow): ShownArticle => ({
  ...row,
  paper: paperId !== null && byteCount !== null ? { id: paperId, byteCount, pages } : null,
  kind: row.kind as Kind,
  shownAt: row.shownAt as Temporal.Instant,
  texts: row.texts as Texts,
});

/** @returns null where nobody reads any such */
export async function findShown(
  db: Database,
  by: { readonly kind: Kind; readonly slug: string },
): Promise<ShownArticle | null> {
  const row = await shownArticles(db)
    .where('a.kind', '=', by.kind)
    .where('a.slug', '=', by.slug)
    .executeTakeFirst();
  return row ? toShown(row) : null;
}

/** What everybody reads of a kind, the latest day first. */
export async function listShown(db: Database, kind: Kind, window: Window): Promise<Page<ShownArticle>> {
  const found = await shownQuery(db, kind, window).execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map(toShown), next };
}

/** So many of them, for a trip with others; as rows for `toShown`. */
export const askShown = (db: Database, kind: Kind, most: number) =>
  rowsOf(shownQuery(db, kind, { after: null, limit: most - 1 }), { shownAt: readInstant, onDay: readDay });

/** One more than wanted, where there are more. */
function shownQuery(db: Database, kind: Kind, window: Window) {
  let query = shownArticles(db).where('a.kind', '=', kind).where('a.shown', 'is not', null);
  if (window.after) {
    query = query.where(
      sql<boolean>`(a.shown_on, a.id) < (select shown_on, id from site.articles where id = ${window.after}::uuid)`,
    );
  }
  return query
    .orderBy('a.shown_on', 'desc')
    .orderBy('a.id', 'desc')
    .limit(window.limit + 1);
}

/** Everything that everybody reads, by address and time, for sitemaps. */
export async function listAddresses(
  db: Database,
  most: number,
): Promise<readonly { kind: WrittenKind; slug: string; shownAt: Temporal.Instant | null }[]> {
  const rows = await db
    .selectFrom('site.articles')
    .select(['kind', 'slug', 'shown_at as shownAt'])
    .where('shown', 'is not', null)
    .where('kind', '!=', 'page')
    .orderBy('kind')
    .orderBy('shown_on', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as WrittenKind }));
}

/** @returns null where there is none; with `locked`, nobody else changes it before the transaction ends */
export async function findArticle(db: Database, id: string, lock?: 'locked'): Promise<Article | null> {
  const query = db.selectFrom('site.articles as a').select(COLUMNS).where('a.id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? { ...row, kind: row.kind as Kind } : null;
}

/** @returns the id of what there is one of; null before it is begun */
export async function findSingleId(db: Database, kind: Kind): Promise<string | null> {
  const row = await db
    .selectFrom('site.articles')
    .select('id')
    .where('kind', '=', kind)
    .where('slug', '=', kind)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What everybody reads of these pages in the organization’s own words. */
export async function listShownPages(
  db: Database,
  keys: readonly string[],
): Promise<readonly { readonly slug: string; readonly texts: Texts }[]> {
  const rows = await db
    .selectFrom('site.articles as a')
    .innerJoin('site.versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.shown'),
    )
    .select(['a.slug', 'v.texts'])
    .where('a.kind', '=', 'page')
    .where('a.slug', 'in', [...keys])
    .execute();
  return rows.map(({ slug, texts }) => ({ slug, texts: texts as Texts }));
}

/** @returns null where nothing was ever written of the page */
export async function findPageArticle(db: Database, key: string): Promise<Article | null> {
  return (await listPageArticles(db, key)).get(key) ?? null;
}

/** The pages of which something was written, by key. @param key only this one */
export async function listPageArticles(db: Database, key?: string): Promise<ReadonlyMap<string, Article>> {
  const query = db.selectFrom('site.articles as a').select(COLUMNS).where('a.kind', '=', 'page');
  const rows = await (key === undefined ? query : query.where('a.slug', '=', key)).execute();
  return new Map(rows.map((row) => [row.slug, { ...row, kind: 'page' }]));
}

/** Of what there is one of, what everybody reads: whether there is a way to it, without its words. */
export async function listSinglesShown(db: Database): Promise<ReadonlySet<Kind>> {
  const rows = await db
    .selectFrom('site.articles')
    .select('kind')
    .where('kind', 'in', [...SINGLE])
    .where('shown', 'is not', null)
    .execute();
  return new Set(rows.map(({ kind }) => kind as Kind));
}

/** What is written, pages aside, whoever reads it: with the title of its last version, the one begun last first. */
export async function listArticles(
  db: Database,
  window: Window,
): Promise<Page<Article & { readonly texts: Texts }>> {
  let query = db
    .selectFrom('site.articles as a')
    .innerJoin('site.versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.latest'),
    )
    .where('a.kind', '!=', 'page')
    .select([...COLUMNS, 'v.texts']);
  if (window.after) {
    query = query.where(
      sql<boolean>`(a.created_at, a.id) < (select created_at, id from site.articles where id = ${window.after}::uuid)`,
    );
  }
  const found = await query
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return {
    rows: rows.map((row) => ({ ...row, kind: row.kind as Kind, texts: row.texts as Texts })),
    next,
  };
}

/** @returns the new one's id, or null where another of its kind has its address */
export async function insertArticle(
  tx: Tx,
  { kind, slug, now }: { readonly kind: Kind; readonly slug: string; readonly now: Temporal.Instant },
): Promise<string | null> {
  const written = await tx
    .insertInto('site.articles')
    .values({ kind, slug, created_at: now })
    .onConflict((conflict) => conflict.columns(['kind', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}
