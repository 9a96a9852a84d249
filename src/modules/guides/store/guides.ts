import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GuidesGuides } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Category, Grade, Guide, GuideState, GuideWords, PieceMarks, Translation } from '../types.ts';

export type GuideChanges = Partial<Insertable<GuidesGuides>>;

/** What a guide is about, apart from its words. */
export type AboutGuide = Pick<Guide, 'slug' | 'category' | 'municipalityCode'>;

/** @param begunBy null: the house. @returns the new one's id: a draft */
export async function insertGuide(
  tx: Tx,
  { slug, category, municipalityCode }: AboutGuide,
  { begunBy, now }: { readonly begunBy: string | null; readonly now: Temporal.Instant },
): Promise<string> {
  const { id } = await tx
    .insertInto('guides.guides')
    .values({ slug, category, municipality_code: municipalityCode, begun_by: begunBy, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A draft of the house for a kind of help and a place for which there is no guide; nothing where there is one, in whatever state. */
export async function insertHouseDraft(
  tx: Tx,
  { slug, category, municipalityCode }: AboutGuide,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into guides.guides (slug, category, municipality_code, created_at)
    select ${slug}, ${category}, ${municipalityCode}, ${now}::timestamptz
    where not exists (select from guides.guides
      where category = ${category} and municipality_code is not distinct from ${municipalityCode})
    on conflict do nothing`.execute(tx);
}

/** Each change is the next version. */
export async function updateGuide(tx: Tx, id: string, changes: GuideChanges): Promise<void> {
  await tx
    .updateTable('guides.guides')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** A guide with all its words. */
function wholeGuides(db: Database) {
  return db
    .selectFrom('guides.guides as g')
    .selectAll('g')
    .select([
      sql<string[]>`array(select s.id from guides.steps s where s.guide_id = g.id order by s.place)`.as(
        'steps',
      ),
      sql<Record<string, Translation>>`(
        select coalesce(jsonb_object_agg(w.locale, jsonb_build_object(
          'words', w.words, 'origin', t.origin, 'basedOn', t.based_on, 'behind', t.behind)), '{}')
        from guides.words w join guides.translations t using (guide_id, locale) where w.guide_id = g.id)`.as(
        'said',
      ),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof wholeGuides>['execute']>>[number];

function toGuide(row: Row): Guide {
  return {
    id: row.id,
    slug: row.slug,
    category: row.category as Category,
    municipalityCode: row.municipality_code,
    state: row.state,
    revision: row.revision,
    version: row.version,
    begunBy: row.begun_by,
    submittedBy: row.submitted_by,
    publishedAt: row.published_at,
    stepIds: row.steps,
    translations: row.said as Guide['translations'],
  };
}

/** @returns null where there is none */
export async function findGuide(db: Database, id: string): Promise<Guide | null> {
  const row = await wholeGuides(db).where('g.id', '=', id).executeTakeFirst();
  return row ? toGuide(row) : null;
}

/** As `findGuide`; whatever changes it waits until the transaction ends. */
export async function lockGuide(tx: Tx, id: string): Promise<Guide | null> {
  await tx.selectFrom('guides.guides').select('id').where('id', '=', id).forUpdate().execute();
  return findGuide(tx, id);
}

/** One that everybody sees, by the name in its address. */
export async function findShown(db: Database, slug: string): Promise<Guide | null> {
  const row = await wholeGuides(db)
    .where('g.slug', '=', slug)
    .where('g.state', '=', 'published')
    .executeTakeFirst();
  return row ? toGuide(row) : null;
}

export async function isSlugTaken(tx: Tx, slug: string, but: string | null): Promise<boolean> {
  const found = await tx
    .selectFrom('guides.guides')
    .select('id')
    .where('slug', '=', slug)
    .$if(but !== null, (query) => query.where('id', '<>', but))
    .executeTakeFirst();
  return found !== undefined;
}

/** Guides of these ids and in this order, whatever their state. */
export async function findGuidesInOrder(db: Database, ids: readonly string[]): Promise<Guide[]> {
  if (ids.length === 0) return [];
  const rows = await wholeGuides(db)
    .where('g.id', 'in', [...ids])
    .execute();
  const found = new Map(rows.map((row) => [row.id, toGuide(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Of what kind and where; null: whatever. */
export interface Narrowed {
  readonly category: Category | null;
  /** Guides to this municipality, and to everywhere. */
  readonly municipalityCode: string | null;
}

export const isNarrowed = ({ category, municipalityCode }: Narrowed) => sql<SqlBool>`
  (${category}::text is null or g.category = ${category})
  and (${municipalityCode}::text is null or g.municipality_code is null or g.municipality_code = ${municipalityCode})`;

/** What everybody sees, the newest first. */
export async function listShown(
  db: Database,
  narrowed: Narrowed,
  window: { readonly after: string | null; readonly limit: number },
): Promise<Guide[]> {
  const behind = sql<SqlBool>`(g.published_at, g.id) < (select published_at, id from guides.guides where id = ${window.after}::uuid)`;
  const rows = await wholeGuides(db)
    .where('g.state', '=', 'published')
    .where(isNarrowed(narrowed))
    .$if(window.after !== null, (query) => query.where(behind))
    .orderBy('g.published_at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return rows.map(toGuide);
}

/** The names in the addresses of those that everybody sees, the newest first, without their words. */
export async function listShownSlugs(db: Database, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('guides.guides')
    .select('slug')
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Of one of some states, the newest first, for those who write. */
export async function listWritten(
  db: Database,
  states: readonly GuideState[],
  window: { readonly after: string | null; readonly limit: number },
): Promise<Guide[]> {
  const behind = sql<SqlBool>`(g.created_at, g.id) < (select created_at, id from guides.guides where id = ${window.after}::uuid)`;
  const rows = await wholeGuides(db)
    .where('g.state', 'in', [...states])
    .$if(window.after !== null, (query) => query.where(behind))
    .orderBy('g.created_at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return rows.map(toGuide);
}

/** How many there are in each state in which something is still to be done. */
export async function countAtWork(db: Database): Promise<Readonly<Record<'draft' | 'in_review', number>>> {
  const { rows } = await sql<{ state: 'draft' | 'in_review'; count: number }>`
    select state, count(*)::integer as count from guides.guides where state in ('draft', 'in_review') group by state`.execute(
    db,
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { draft: of('draft'), in_review: of('in_review') };
}

export interface WrittenWords {
  readonly locale: Locale;
  readonly words: GuideWords;
  readonly marks: PieceMarks;
  readonly origin: Translation['origin'];
  readonly basedOn: number;
}

/** What a language says from now on. */
export async function writeWords(
  tx: Tx,
  guideId: string,
  { locale, words, marks, origin, basedOn }: WrittenWords,
  by: { readonly personId: string | null; readonly now: Temporal.Instant },
): Promise<void> {
  const said = {
    ...{ words: JSON.stringify(words), pieces: JSON.stringify(marks), origin, based_on: basedOn },
    ...{ written_by: by.personId, written_at: by.now },
  };
  await tx
    .insertInto('guides.words')
    .values({ guide_id: guideId, locale, ...said })
    .onConflict((clash) => clash.columns(['guide_id', 'locale']).doUpdateSet(said))
    .execute();
}

/** Whose words a language's pieces are; of one that is not written, nothing. */
export async function findMarks(db: Database, guideId: string, locale: Locale): Promise<PieceMarks> {
  const row = await db
    .selectFrom('guides.words')
    .select('pieces')
    .where('guide_id', '=', guideId)
    .where('locale', '=', locale)
    .executeTakeFirst();
  return (row?.pieces ?? {}) as unknown as PieceMarks;
}

export interface Revision {
  readonly number: number;
  readonly grade: Grade;
  readonly words: GuideWords;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}

export async function insertRevision(
  tx: Tx,
  guideId: string,
  { number, grade, words, by, at }: Revision,
): Promise<void> {
  await tx
    .insertInto('guides.revisions')
    .values({ guide_id: guideId, number, grade, words: JSON.stringify(words), written_by: by, at })
    .execute();
}

const MOST_REVISIONS = 30;

/** The changes of the Japanese, the latest first. */
export async function listRevisions(db: Database, guideId: string): Promise<Omit<Revision, 'words'>[]> {
  const rows = await db
    .selectFrom('guides.revisions')
    .select(['number', 'grade', 'written_by as by', 'at'])
    .where('guide_id', '=', guideId)
    .orderBy('number', 'desc')
    .limit(MOST_REVISIONS)
    .execute();
  return rows;
}

/** The Japanese as it stood after a change. */
export async function findRevision(
  db: Database,
  guideId: string,
  number: number,
): Promise<GuideWords | null> {
  const row = await db
    .selectFrom('guides.revisions')
    .select('words')
    .where('guide_id', '=', guideId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? (row.words as unknown as GuideWords) : null;
}

/** The steps of a guide from now on: those that stay keep their ids, and with them their facts and answers. */
export async function writeSteps(tx: Tx, guideId: string, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('guides.steps')
    .where('guide_id', '=', guideId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', [...ids]))
    .execute();
  const rows = ids.map((id, at) => ({ id, guide_id: guideId, place: at + 1 }));
  if (rows.length === 0) return;
  await tx
    .insertInto('guides.steps')
    .values(rows)
    .onConflict((clash) => clash.column('id').doUpdateSet((is) => ({ place: is.ref('excluded.place') })))
    .execute();
}
