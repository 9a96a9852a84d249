import { randomInt, randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { FormsDrafts } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const sealed = sealedColumn('forms.drafts.fields');

/** Form fields as they were typed, by name. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;
export const draftFields: z.ZodType<DraftFields> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);

interface Version {
  readonly version: number;
  readonly fields: DraftFields;
}

/** What somebody has filled in so far. */
export interface Draft extends Version {
  readonly id: string;
  /** How it was before, the newest first: for a page that still shows it. */
  readonly earlier: readonly Version[];
  readonly savedAt: Temporal.Instant;
}

/** What of a draft lies sealed. */
type Words = Pick<Draft, 'fields' | 'earlier'>;
const Kept: z.ZodType<Words> = z.object({
  fields: draftFields,
  earlier: z.array(z.object({ version: z.int(), fields: draftFields })),
});

interface NewDraft {
  readonly kind: string;
  readonly fields: DraftFields;
  readonly fileIds: readonly string[];
  readonly savedAt: Temporal.Instant;
  readonly keepUntil: Temporal.Instant;
}

export type Lock = 'locked' | 'unlocked';

type Owner = { readonly personId: string } | { readonly browser: string; readonly page: string };

/** Versions begin anywhere: one that was looked at names no other draft of the same person. */
const BEGINNINGS = 2 ** 30;

/** Puts in a draft in its first version. */
export async function insertDraft(tx: Tx, draft: NewDraft, owner: Owner): Promise<void> {
  const id = randomUUID();
  const words: Words = { fields: draft.fields, earlier: [] };
  await tx
    .insertInto('forms.drafts')
    .values({
      id,
      kind: draft.kind,
      ...('personId' in owner ? { person_id: owner.personId } : { browser: owner.browser, page: owner.page }),
      fields: sealed.seal(tx, id, JSON.stringify(words)),
      file_ids: [...draft.fileIds],
      version: randomInt(1, BEGINNINGS),
      saved_at: draft.savedAt,
      keep_until: draft.keepUntil,
    })
    .execute();
}

/** Writes the next version of a draft that is locked. */
export async function updateDraft(tx: Tx, before: Draft, draft: NewDraft): Promise<void> {
  const { id, version, earlier, fields } = before;
  const words: Words = { fields: draft.fields, earlier: [{ version, fields }, ...earlier].slice(0, 3) };
  await tx
    .updateTable('forms.drafts')
    .set({
      fields: sealed.seal(tx, id, JSON.stringify(words)),
      file_ids: [...draft.fileIds],
      version: version + 1,
      saved_at: sql`greatest(saved_at, ${draft.savedAt})`,
      keep_until: draft.keepUntil,
    })
    .where('id', '=', id)
    .execute();
}

/** Whoever changes what is somebody's latest draft waits for the others who do, also where there is none yet. */
async function lockDraftsOf(tx: Database, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`forms.drafts:${personId}`}, 0))`.execute(tx);
}

interface OfPerson {
  readonly kind: string;
  readonly personId: string;
}

function latest(db: Database, { kind, personId }: OfPerson) {
  return db
    .selectFrom('forms.drafts')
    .where('kind', '=', kind)
    .where('person_id', '=', personId)
    .orderBy('saved_at', 'desc')
    .limit(1);
}

/** Somebody's latest draft of a kind; null for none, and for one that does not open. `locked`: nobody else gives, sends, drops or forgets one meanwhile. */
export async function findLatest(db: Database, of: OfPerson, lock: Lock = 'unlocked'): Promise<Draft | null> {
  if (lock === 'locked') await lockDraftsOf(db, of.personId);
  const row = await latest(db, of)
    .selectAll()
    .$if(lock === 'locked', (query) => query.forUpdate())
    .executeTakeFirst();
  return row ? open(db, row) : null;
}

function open(db: Database, row: Selectable<FormsDrafts>): Draft | null {
  const read = sealed.read(db, row.id, row.fields, Kept);
  return read && { ...read, id: row.id, version: row.version, savedAt: row.saved_at };
}

/** Deletes somebody's latest draft of a kind: what lay below it is their draft again. */
export async function deleteLatest(tx: Tx, of: OfPerson): Promise<void> {
  await lockDraftsOf(tx, of.personId);
  await tx.deleteFrom('forms.drafts').where('id', '=', latest(tx, of).select('id')).execute();
}

/** The id of a browser's draft that leads to a page, while it may be taken over; null for none. */
export async function findOfBrowser(
  db: Database,
  of: { readonly browser: string; readonly page: string; readonly now: Temporal.Instant },
): Promise<string | null> {
  const row = await db
    .selectFrom('forms.drafts')
    .select('id')
    .where('browser', '=', of.browser)
    .where('page', '=', of.page)
    .where('keep_until', '>', of.now)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What a browser has kept for a page, while it counts; null for none, and for one that does not open. */
export async function readOfBrowser(
  db: Database,
  of: { readonly browser: string; readonly page: string; readonly now: Temporal.Instant },
  lock: Lock = 'unlocked',
): Promise<Draft | null> {
  const row = await db
    .selectFrom('forms.drafts')
    .selectAll()
    .where('browser', '=', of.browser)
    .where('page', '=', of.page)
    .where('keep_until', '>', of.now)
    .$if(lock === 'locked', (query) => query.forUpdate())
    .executeTakeFirst();
  return row ? open(db, row) : null;
}

/** Gives a visitor's draft to a person, above what they have. @returns whether it was still a visitor's and in its time */
export async function giveTo(
  tx: Tx,
  of: {
    readonly id: string;
    readonly personId: string;
    readonly now: Temporal.Instant;
    readonly keepUntil: Temporal.Instant;
  },
): Promise<boolean> {
  await lockDraftsOf(tx, of.personId);
  const given = await tx
    .updateTable('forms.drafts')
    .set({
      person_id: of.personId,
      browser: null,
      page: null,
      saved_at: sql`greatest(${of.now}, (
        select max(saved_at) + interval '1 microsecond' from forms.drafts where person_id = ${of.personId}))`,
      keep_until: of.keepUntil,
    })
    .where('id', '=', of.id)
    .where('browser', 'is not', null)
    .where('keep_until', '>', of.now)
    .executeTakeFirst();
  return given.numUpdatedRows > 0n;
}

export async function deleteOfBrowser(tx: Tx, browser: string): Promise<void> {
  await tx.deleteFrom('forms.drafts').where('browser', '=', browser).execute();
}
