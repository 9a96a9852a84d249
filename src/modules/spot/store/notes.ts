import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
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

/** The notes about a request, the newest first. */
export async function listNotes(db: Database, requestId: string, window: Window): Promise<Page<Note>> {
  const behind = sql<boolean>`(at, id) < (
    select at, id from spot.notes where id = ${window.after} and request_id = ${requestId})`;
  const rows = await db
    .selectFrom('spot.notes')
    .select(['id', 'words', 'handed_to as handedTo', 'by_person as byPerson', 'at'])
    .where('request_id', '=', requestId)
    .$if(window.after !== null, (of) => of.where(behind))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const page = toPage(rows, window, ({ id }) => id);
  return {
    rows: page.rows.map(({ id, ...row }) => ({ ...row, words: words.open(db, id, row.words) })),
    next: page.next,
  };
}
