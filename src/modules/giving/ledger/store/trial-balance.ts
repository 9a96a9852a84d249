import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { daysOf } from '../../rules/fiscal-year.ts';
import type { Account, AccountKind } from '../../types.ts';

/** An account over a fiscal year, in whole yen: debit above zero. */
export interface Balance {
  readonly account: Account;
  readonly kind: AccountKind;
  readonly before: number;
  readonly debit: number;
  readonly credit: number;
  readonly after: number;
}

/**
 * Every account over a fiscal year, in their order: what it stood at before, both sides of what moved, and what it stands at.
 * Income and expenses begin each year at nothing; what earlier years have left stands as carried forward.
 */
export async function readTrialBalance(db: Database, fiscalYear: number): Promise<Balance[]> {
  const { from, until } = daysOf(fiscalYear);
  const { rows } = await sql<Balance>`
    with moved as (
      select account_id, debit_jpy, credit_jpy, month < ${from} as is_before from giving.sums where month < ${until}
    ), summed as (
      select case when is_before and a.kind in ('income', 'expense') then 'carried_forward' else a.id end as id,
        coalesce(sum(debit_jpy - credit_jpy) filter (where is_before), 0) as before,
        coalesce(sum(debit_jpy) filter (where not is_before), 0) as debit,
        coalesce(sum(credit_jpy) filter (where not is_before), 0) as credit
      from moved join giving.accounts a on a.id = moved.account_id group by 1
    )
    select a.id as account, a.kind, coalesce(before, 0)::bigint as before, coalesce(debit, 0)::bigint as debit,
      coalesce(credit, 0)::bigint as credit, coalesce(before + debit - credit, 0)::bigint as after
    from giving.accounts a left join summed s on s.id = a.id order by a.place`.execute(db);
  return rows;
}
