import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Sealed } from '../../../platform/sealed/seal.ts';
import { type Alone, type SaidAlone, WAYS } from '../types.ts';

const said = sealedColumn('season.alone.said');
const Said = z.object({
  days: z.array(z.iso.date()),
  ways: z.array(z.enum(WAYS)),
  reach: z.string(),
  note: z.string(),
});

interface AloneRow {
  readonly id: string;
  readonly person_id: string;
  readonly said: Sealed;
  readonly agreed_at: Temporal.Instant;
}

const rows = (db: Database) => db.selectFrom('season.alone').select(['id', 'person_id', 'said', 'agreed_at']);

/** @returns null where its words do not open */
function openAlone(db: Database, row: AloneRow): Alone | null {
  const words = said.read(db, row.id, row.said, Said);
  return words && { ...words, id: row.id, personId: row.person_id, agreedAt: row.agreed_at };
}

/** The days that somebody will be alone, of a row that a question has found; none where its words do not open. */
export const daysIn = (db: Database, id: string, sealed: Sealed): readonly string[] =>
  said.read(db, id, sealed, Said)?.days ?? [];

/** More than coordinators can find company for in a season. */
export const MOST_ALONE = 300;

/** All who have said it for a season that is not over, whoever has waited longest first. */
export async function listAlone(db: Database, today: Temporal.PlainDate): Promise<Alone[]> {
  const found = await rows(db)
    .where('ends_on', '>=', today)
    .orderBy('agreed_at')
    .orderBy('id')
    .limit(MOST_ALONE)
    .execute();
  return found.flatMap((row) => openAlone(db, row) ?? []);
}

export async function findAlone(db: Database, id: string): Promise<Alone | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row ? openAlone(db, row) : null;
}

/** As `findAlone`; nobody arranges a call with them before the transaction ends. */
export async function lockAlone(tx: Tx, id: string): Promise<Alone | null> {
  const row = await rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? openAlone(tx, row) : null;
}

/** What somebody has said of themselves. */
export async function findAloneOf(db: Database, personId: string): Promise<Alone | null> {
  const row = await rows(db).where('person_id', '=', personId).executeTakeFirst();
  return row ? openAlone(db, row) : null;
}

/** The id of what somebody has said, also where its words do not open; nobody arranges a call with them before the transaction ends. */
export async function lockAloneOf(tx: Tx, personId: string): Promise<string | null> {
  const query = tx.selectFrom('season.alone').select('id').where('person_id', '=', personId);
  return (await query.forUpdate().executeTakeFirst())?.id ?? null;
}

interface Saying {
  readonly personId: string;
  readonly endsOn: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/**
 * Writes it, or in the place of what they said before, also where the same comes twice at once: whoever calls them keeps
 * their time. @returns its id
 */
export async function saveAlone(tx: Tx, words: SaidAlone, by: Saying): Promise<string> {
  const written = (id: string) => ({
    said: said.seal(tx, id, JSON.stringify(words)),
    agreed_at: by.now,
    ends_on: by.endsOn,
  });
  const id = randomUUID();
  const added = await tx
    .insertInto('season.alone')
    .values({ id, person_id: by.personId, ...written(id) })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return id;
  const before = await lockAloneOf(tx, by.personId);
  if (before === null) throw new Error('what was just said is not there');
  await tx.updateTable('season.alone').set(written(before)).where('id', '=', before).execute();
  return before;
}

/** With the calls that were arranged. */
export async function deleteAlone(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('season.alone').where('id', '=', id).execute();
}
