import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PairIds } from '../../../../matching/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';

const words = sealedColumn('pairs.round_words.words');

/** What coordinators have written beside two of a round. */
export interface RoundWords extends PairIds {
  /** Another with each writing. */
  readonly id: string;
  readonly words: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** All that is written in a round. */
export async function listRoundWords(db: Database, roundId: string): Promise<RoundWords[]> {
  const rows = await db
    .selectFrom('pairs.round_words')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    residentId: row.resident_application_id,
    volunteerId: row.volunteer_application_id,
    words: words.open(db, row.id, row.words),
    by: row.written_by,
    at: row.written_at,
  }));
}

/** @returns whether what is written about the two is what its writer had before them; null: nothing */
export async function isStill(
  tx: Tx,
  roundId: string,
  { residentId, volunteerId, before }: PairIds & { readonly before: string | null },
): Promise<boolean> {
  const found = await tx
    .selectFrom('pairs.round_words')
    .select('id')
    .where('round_id', '=', roundId)
    .where('resident_application_id', '=', residentId)
    .where('volunteer_application_id', '=', volunteerId)
    .executeTakeFirst();
  return (found?.id ?? null) === before;
}

/**
 * Writes beside two, in place of what stood there; nothing takes it away.
 * @returns false where they are not a resident's application and a volunteer's
 */
export async function setRoundWords(
  tx: Tx,
  roundId: string,
  written: Omit<RoundWords, 'id'>,
): Promise<boolean> {
  const { residentId, volunteerId, by, at } = written;
  await tx
    .deleteFrom('pairs.round_words')
    .where('round_id', '=', roundId)
    .where('resident_application_id', '=', residentId)
    .where('volunteer_application_id', '=', volunteerId)
    .execute();
  if (written.words === '') return true;
  const id = randomUUID();
  const made = await sql`
    insert into pairs.round_words
      (id, round_id, resident_application_id, volunteer_application_id, words, written_by, written_at)
    select ${id}, ${roundId}, r.id, v.id, ${words.seal(tx, id, written.words)}, ${by}, ${at}::timestamptz
    from pairs.applications r, pairs.applications v
    where r.id = ${residentId} and r.side = 'resident' and v.id = ${volunteerId} and v.side = 'volunteer'`.execute(
    tx,
  );
  return made.numAffectedRows === 1n;
}

/** Forgets all that is written in a round. */
export async function dropRoundWords(tx: Tx, roundId: string): Promise<void> {
  await tx.deleteFrom('pairs.round_words').where('round_id', '=', roundId).execute();
}
