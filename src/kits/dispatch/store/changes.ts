import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';

/** The volunteers whose copy may not be true, those first who changed last. */
export async function listChanged(db: Database, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select volunteer_id as id from spot.dispatch_changes
    group by volunteer_id order by max(id) desc limit ${atMost}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Lets one transaction at a time write copies: whoever comes second reads what the first one has seen, or newer. To be
 * called before anything is read.
 */
export async function lockCopies(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('spot.dispatch', 0))`.execute(tx);
}

/** Takes the lines of some volunteers whose copies the caller then writes anew, those first who have waited longest. */
export async function takeChanged(tx: Tx, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from spot.dispatch_changes where volunteer_id in (
      select volunteer_id from spot.dispatch_changes group by volunteer_id order by min(id) limit ${atMost})
    returning volunteer_id as id`.execute(tx);
  return [...new Set(rows.map(({ id }) => id))];
}

/** Volunteers with a copy, in the order of ids. @param after the id to go on behind; null for the first */
export async function listCopied(db: Database, after: string | null, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select volunteer_id as id from spot.dispatch_volunteers
    where ${after}::uuid is null or volunteer_id > ${after}::uuid
    order by volunteer_id limit ${atMost}`.execute(db);
  return rows.map(({ id }) => id);
}
