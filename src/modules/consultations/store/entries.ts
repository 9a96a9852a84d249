import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';

const words = matterColumn('consultations.entries.words');

/** By the resident, to the resident, or among those who may open the matter. */
export type EntryKind = 'words' | 'reply' | 'note';

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly authorId: string;
  readonly words: string;
  readonly at: Temporal.Instant;
}

export async function insertEntry(
  tx: Tx,
  key: MatterKey,
  entry: Omit<Entry, 'id' | 'at'> & { readonly now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.entries')
    .values({
      id,
      matter_id: key.matterId,
      kind: entry.kind,
      author_id: entry.authorId,
      words: words.seal(tx, key, id, entry.words),
      at: entry.now,
    })
    .execute();
  return id;
}

/** What was written in a matter, the first first. Notes are never the resident's to read. */
export async function listEntries(
  db: Database,
  key: MatterKey,
  { kinds, most }: { readonly kinds: readonly EntryKind[]; readonly most: number },
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('consultations.entries')
    .select(['id', 'kind', 'author_id as authorId', 'words', 'at'])
    .where('matter_id', '=', key.matterId)
    .where('kind', 'in', kinds)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.toReversed().map((row) => ({ ...row, words: words.open(db, key, row.id, row.words) }));
}
