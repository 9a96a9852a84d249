import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const draftFields = sealedColumn('spot.drafts.fields');

/** Form fields as they were typed, by name. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

/** Keeps what somebody has filled in so far, in place of what they had before. */
export async function upsertDraft(
  tx: Tx,
  draft: { personId: string; fields: DraftFields; now: Temporal.Instant },
): Promise<void> {
  const row = {
    fields: draftFields.seal(tx, draft.personId, JSON.stringify(draft.fields)),
    photo_ids: [draft.fields['photoIds'] ?? []].flat(),
    saved_at: draft.now,
  };
  await tx
    .insertInto('spot.drafts')
    .values({ person_id: draft.personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** @returns what somebody has filled in so far and when; null when nothing, or nothing that opens */
export async function findDraft(
  db: Database,
  personId: string,
): Promise<{ fields: DraftFields; savedAt: Temporal.Instant } | null> {
  const row = await db
    .selectFrom('spot.drafts')
    .select(['fields', 'saved_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const fields = row && draftFields.tryOpen(db, personId, row.fields);
  return row && fields ? { fields: JSON.parse(fields), savedAt: row.saved_at } : null;
}

export async function deleteDraft(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('spot.drafts').where('person_id', '=', personId).execute();
}
