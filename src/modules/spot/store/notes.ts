import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const words = sealedColumn('spot.notes.words');

/** What one coordinator told the others about a request. */
export interface Note {
  /** null for a request that was handed over, or taken, without any; and once they are forgotten. */
  readonly words: string | null;
  /** Who keeps the request from then on; null for a mere note. */
  readonly handedTo: string | null;
  readonly byPerson: string;
  readonly at: Temporal.Instant;
}

export async function insertNote(tx: Tx, requestId: string, note: Note): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('spot.notes')
    .values({
      id,
      request_id: requestId,
      words: words.seal(tx, id, note.words),
      handed_to: note.handedTo,
      by_person: note.byPerson,
      at: note.at,
    })
    .execute();
}

/** The notes about a request, oldest first. */
export async function listNotes(db: Database, requestId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('spot.notes')
    .select(['id', 'words', 'handed_to as handedTo', 'by_person as byPerson', 'at'])
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, ...row }) => ({ ...row, words: words.open(db, id, row.words) }));
}
