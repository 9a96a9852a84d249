import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { daysOf } from '../../rules/fiscal-year.ts';
import type { Fund } from '../../types.ts';
import type { DeedKind } from '../types.ts';

/** What a deed of a kind cost on average in a fiscal year. */
export interface DeedCost {
  readonly kind: DeedKind;
  readonly fiscalYear: number;
  readonly spent: number;
  readonly deeds: number;
  /** Of how many different visits or pairs they are. */
  readonly objects: number;
  /** Whole yen; null where nothing was spent. */
  readonly cost: number | null;
}

/** What programs cost for a purpose by the books: in the months of a fiscal year that are before another. */
export async function sumSpent(
  db: Database,
  {
    fund,
    fiscalYear,
    before,
  }: { readonly fund: Fund; readonly fiscalYear: number; readonly before: Temporal.PlainDate },
): Promise<number> {
  const { from, until } = daysOf(fiscalYear);
  const { rows } = await sql<{ spent: number }>`
    select coalesce(sum(debit_jpy - credit_jpy), 0)::bigint as spent from giving.sums
    where account_id = 'program_costs' and fund_id = ${fund}
      and month >= ${from} and month < ${until} and month < ${before}`.execute(db);
  return rows[0]?.spent ?? 0;
}

export async function keepCost(tx: Tx, cost: DeedCost, now: Temporal.Instant): Promise<void> {
  const { deeds, objects } = cost;
  const counted = { spent_jpy: cost.spent, deeds, objects, cost_jpy: cost.cost, counted_at: now };
  await tx
    .insertInto('giving.deed_costs')
    .values({ kind: cost.kind, fiscal_year: cost.fiscalYear, ...counted })
    .onConflict((conflict) => conflict.columns(['kind', 'fiscal_year']).doUpdateSet(counted))
    .execute();
}

/** As counted last night. */
export async function listCosts(db: Database, fiscalYear: number): Promise<DeedCost[]> {
  const rows = await db
    .selectFrom('giving.deed_costs')
    .select(['kind', 'spent_jpy', 'deeds', 'objects', 'cost_jpy'])
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as DeedKind,
    fiscalYear,
    spent: row.spent_jpy,
    deeds: row.deeds,
    objects: row.objects,
    cost: row.cost_jpy,
  }));
}
