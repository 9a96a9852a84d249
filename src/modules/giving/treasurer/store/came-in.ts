import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { question } from '../../../../platform/database/questions.ts';
import type { Figure } from '../../../../platform/figures.ts';
import { dayInJapan } from '../../../people/index.ts';
import { daysOf, fiscalYearOf } from '../../rules/fiscal-year.ts';
import type { Channel, Fund } from '../../types.ts';

/** What has come in in a fiscal year and has stayed, in whole yen. */
export interface CameIn {
  /** By how it came and what for, the most first. */
  readonly channels: readonly { readonly of: Channel; readonly amount: number }[];
  readonly funds: readonly { readonly of: Fund; readonly amount: number }[];
  /** By its month, `2026-11`; only those in which something came. */
  readonly months: ReadonlyMap<string, number>;
  readonly total: number;
}

interface Row {
  readonly channel: Channel;
  readonly fund: Fund;
  readonly month: string;
  readonly amount: number;
}

/** Gifts of the fiscal year that goes on, by the day on which they came, without what has gone back: all of them in one pass. */
export const cameInFigure: Figure<CameIn> = {
  name: 'giving.came_in',
  asks(now) {
    const { from, until } = daysOf(fiscalYearOf(dayInJapan(now)));
    const first = from.toPlainYearMonth().toString();
    return question<Row, CameIn>(
      sql`
        select channel, fund_id as fund, to_char(received_on, 'YYYY-MM') as month,
          sum(amount_jpy - returned_jpy)::bigint as amount
        from giving.gifts
        where received_on >= ${from} and received_on < ${until} and amount_jpy > returned_jpy
        group by 1, 2, 3 order by 1, 2, 3`,
      // In the first minutes of a year the last one's were counted last.
      (rows) => sumUp(rows.filter(({ month }) => month >= first)),
    );
  },
};

function sumUp(rows: readonly Row[]): CameIn {
  const by = <Of extends string>(of: (row: Row) => Of) => {
    const sums = new Map<Of, number>();
    for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + Number(row.amount));
    return sums;
  };
  const most = <Of extends string>(sums: ReadonlyMap<Of, number>) =>
    [...sums].map(([of, amount]) => ({ of, amount })).toSorted((a, b) => b.amount - a.amount);
  return {
    channels: most(by(({ channel }) => channel)),
    funds: most(by(({ fund }) => fund)),
    months: by(({ month }) => month),
    total: rows.reduce((sum, { amount }) => sum + Number(amount), 0),
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
