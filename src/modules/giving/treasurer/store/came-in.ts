import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Channel, Fund } from '../../types.ts';

/** Days from one to before another. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/** What has come in over some days and has stayed, in whole yen. */
export interface CameIn {
  /** By how it came and what for, the most first. */
  readonly channels: readonly { readonly of: Channel; readonly amount: number }[];
  readonly funds: readonly { readonly of: Fund; readonly amount: number }[];
  /** By its month, `2026-11`; only those in which something came. */
  readonly months: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Gifts by the day on which they came, without what has gone back: all of them in one pass. */
export async function readCameIn(db: Database, days: Days): Promise<CameIn> {
  const { rows } = await sql<{ channel: Channel; fund: Fund; month: string; amount: number }>`
    select channel, fund_id as fund, to_char(received_on, 'YYYY-MM') as month,
      sum(amount_jpy - returned_jpy)::bigint as amount
    from giving.gifts
    where received_on >= ${days.from} and received_on < ${days.until} and amount_jpy > returned_jpy
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const by = <Of extends string>(of: (row: (typeof rows)[number]) => Of) => {
    const sums = new Map<Of, number>();
    for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.amount);
    return sums;
  };
  const most = <Of extends string>(sums: ReadonlyMap<Of, number>) =>
    [...sums].map(([of, amount]) => ({ of, amount })).toSorted((a, b) => b.amount - a.amount);
  return {
    channels: most(by(({ channel }) => channel)),
    funds: most(by(({ fund }) => fund)),
    months: by(({ month }) => month),
    total: rows.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** What stands in an account now: whole yen, debit above zero. */
export async function readBalanceOf(db: Database, account: string): Promise<number> {
  const { rows } = await sql<{ stands: number }>`
    select coalesce(sum(debit_jpy - credit_jpy), 0)::bigint as stands from giving.sums where account_id = ${account}`.execute(
    db,
  );
  return rows[0]?.stands ?? 0;
}
