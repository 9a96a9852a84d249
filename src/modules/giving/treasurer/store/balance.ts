import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';

/** What stands in an account now: whole yen, debit above zero. */
export async function readBalanceOf(db: Database, account: string): Promise<number> {
  const { rows } = await sql<{ stands: number }>`
    select coalesce(sum(debit_jpy - credit_jpy), 0)::bigint as stands from giving.sums where account_id = ${account}`.execute(
    db,
  );
  return rows[0]?.stands ?? 0;
}
