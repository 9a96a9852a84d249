import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { findClosedUntil } from '../ledger/store/closing.ts';
import { daysOf, fiscalYearOf } from '../rules/fiscal-year.ts';
import type { Account, Fund } from '../types.ts';

/** What was spent in a fiscal year from an account for a purpose, in whole yen. */
export interface Spent {
  readonly fiscalYear: number;
  readonly account: Extract<Account, 'program_costs' | 'office_costs' | 'payment_fees'>;
  readonly fund: Fund;
  readonly amount: number;
}

/** All that was spent from one fiscal year to another. */
export async function listSpent(
  db: Database,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Spent[]> {
  const { rows } = await sql<Spent>`
    select extract(year from s.month - interval '3 months')::integer as "fiscalYear", s.account_id as account,
      s.fund_id as fund, sum(s.debit_jpy - s.credit_jpy)::bigint as amount
    from giving.sums s join giving.accounts a on a.id = s.account_id
    where a.kind = 'expense' and s.month >= ${daysOf(from).from} and s.month < ${daysOf(to).until}
    group by 1, 2, 3 having sum(s.debit_jpy - s.credit_jpy) <> 0 order by 1, 2, 3`.execute(db);
  return rows;
}

/** All that was spent in the last fiscal years of which every month is closed, so many at most. */
export async function listClosedSpent(db: Database, years: number): Promise<Spent[]> {
  const firstOpen = (await findClosedUntil(db)).add({ days: 1 });
  const to = fiscalYearOf(firstOpen) - 1;
  return listSpent(db, { from: to - years + 1, to });
}
