import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';
import type { WordOrigin } from './rules.ts';

const japanese = matterColumn('consultations.advices.japanese');
const words = matterColumn('consultations.advices.words');
const reader = matterColumn('consultations.advices.reader');

/** Advice of a matter: the Japanese that its expert answers for, and the same in the resident's language. */
export interface Advice {
  readonly id: string;
  readonly japanese: string;
  readonly words: string;
  readonly language: string;
  readonly origin: WordOrigin;
  readonly writtenAt: Temporal.Instant;
  /** Who has read it as it stands. */
  readonly reader: string | null;
  readonly readAt: Temporal.Instant | null;
  readonly givenAt: Temporal.Instant | null;
}

type Written = Pick<Advice, 'japanese' | 'words' | 'language' | 'origin'> & {
  readonly by: string;
  readonly now: Temporal.Instant;
};

/** Writes the draft of a matter, in the place of the one before; whoever had read that has not read this. */
export async function writeDraft(tx: Tx, key: MatterKey, written: Written): Promise<void> {
  const draft = await tx
    .selectFrom('consultations.advices')
    .select('id')
    .where('matter_id', '=', key.matterId)
    .where('given_at', 'is', null)
    .executeTakeFirst();
  const id = draft?.id ?? randomUUID();
  const values = {
    japanese: japanese.seal(tx, key, id, written.japanese),
    words: words.seal(tx, key, id, written.words),
    language: written.language,
    origin: written.origin,
    written_by: written.by,
    written_at: written.now,
    reader: null,
    read_at: null,
  };
  if (draft) await tx.updateTable('consultations.advices').set(values).where('id', '=', id).execute();
  else
    await tx
      .insertInto('consultations.advices')
      .values({ ...values, id, matter_id: key.matterId })
      .execute();
}

export async function markRead(
  tx: Tx,
  key: MatterKey,
  read: { readonly id: string; readonly reader: string; readonly now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('consultations.advices')
    .set({ reader: reader.seal(tx, key, read.id, read.reader), read_at: read.now })
    .where('id', '=', read.id)
    .execute();
}

export async function markGiven(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('consultations.advices').set({ given_at: now }).where('id', '=', id).execute();
}

const MOST_ADVICES = 20;

/** The newest first; the draft, where there is one, before all that was given. */
export async function listAdvices(db: Database, key: MatterKey): Promise<Advice[]> {
  const rows = await db
    .selectFrom('consultations.advices')
    .selectAll()
    .where('matter_id', '=', key.matterId)
    .orderBy('written_at', 'desc')
    .limit(MOST_ADVICES)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    japanese: japanese.open(db, key, row.id, row.japanese),
    words: words.open(db, key, row.id, row.words),
    language: row.language,
    origin: row.origin as WordOrigin,
    writtenAt: row.written_at,
    reader: row.reader && reader.open(db, key, row.id, row.reader),
    readAt: row.read_at,
    givenAt: row.given_at,
  }));
}
