import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';

/** Tells open pages that follow one of the topics, once the transaction has committed, that they are out of date. */
export async function tellPages(tx: Tx, topics: readonly string[]): Promise<void> {
  for (const topic of topics) await sql`select pg_notify('live', ${topic})`.execute(tx);
}
