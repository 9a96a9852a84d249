import { sql } from 'kysely';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';

/** PostgreSQL plans a statement for its values five times before it thinks of one plan for all of them. */
const TIMES = 8;

/** Asks eight times on one connection. @returns the statements that were planned anew each time */
export function plannedEachTime(db: Database, ask: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    for (let time = 0; time < TIMES; time++) await ask(tx);
    const { rows } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements where custom_plans >= ${TIMES} and generic_plans = 0`.execute(
      tx,
    );
    return rows.map(({ statement }) => statement);
  });
}
