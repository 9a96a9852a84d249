import { type DraftFields, draftFields } from '../../../kits/forms/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const fields = sealedColumn('spot.drafts.fields');

/** What somebody kept before drafts were the kit's; those end within thirty days of the upgrade, and this with them. */
export async function findFormerDraft(
  db: Database,
  personId: string,
): Promise<{ fields: DraftFields; savedAt: Temporal.Instant } | null> {
  const row = await db
    .selectFrom('spot.drafts')
    .select(['fields', 'saved_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const read = row && fields.read(db, personId, row.fields, draftFields);
  return row && read ? { fields: read, savedAt: row.saved_at } : null;
}

export async function deleteFormerDraft(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('spot.drafts').where('person_id', '=', personId).execute();
}
