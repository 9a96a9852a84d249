import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { By } from '../../types.ts';

const former = sealedColumn('giving.donor_changes.former');

/** What was changed about a donor: each field with how it stood before. */
export interface DonorChange {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly former: Readonly<Record<string, string>>;
}

export async function insertChange(
  tx: Tx,
  donorId: string,
  { former: before, by }: { readonly former: Readonly<Record<string, string>>; readonly by: By },
): Promise<void> {
  const id = crypto.randomUUID();
  const words = former.seal(tx, id, JSON.stringify(before));
  await tx
    .insertInto('giving.donor_changes')
    .values({ id, donor_id: donorId, at: by.now, by_person: by.personId, former: words ?? '' })
    .execute();
}

/** The last changes of a donor, the newest first. */
export async function listChanges(db: Database, donorId: string): Promise<DonorChange[]> {
  const rows = await db
    .selectFrom('giving.donor_changes')
    .selectAll()
    .where('donor_id', '=', donorId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by_person,
    former: readFormer(former.open(db, row.id, row.former)),
  }));
}

/** Nothing where it does not open any more. */
function readFormer(words: string | null): Record<string, string> {
  return words === null || !words.startsWith('{') ? {} : JSON.parse(words);
}
