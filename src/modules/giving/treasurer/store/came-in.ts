import { type RawBuilder, sql } from 'kysely';
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

/** Gifts by the day on which they came, without what has gone back. */
export async function readCameIn(db: Database, days: Days): Promise<CameIn> {
  const by = <Of extends string>(column: RawBuilder<unknown>) =>
    sql<{ of: Of; amount: number }>`
      select ${column} as of, sum(amount_jpy - returned_jpy)::bigint as amount from giving.gifts
      where received_on >= ${days.from} and received_on < ${days.until} and amount_jpy > returned_jpy
      group by 1 order by 2 desc, 1`.execute(db);
  const channels = await by<Channel>(sql`channel`);
  const funds = await by<Fund>(sql`fund_id`);
  const months = await by<string>(sql`to_char(received_on, 'YYYY-MM')`);
  return {
    channels: channels.rows,
    funds: funds.rows,
    months: new Map(months.rows.map(({ of, amount }) => [of, amount])),
    total: funds.rows.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** What stands in an account now: whole yen, debit above zero. */
export async function readBalanceOf(db: Database, account: string): Promise<number> {
  const { rows } = await sql<{ stands: number }>`
    select coalesce(sum(amount_jpy), 0)::bigint as stands from giving.entries where account_id = ${account}`.execute(
    db,
  );
  return rows[0]?.stands ?? 0;
}
