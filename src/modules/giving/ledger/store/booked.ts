import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { TransactionKind } from '../../types.ts';
import type { Entry } from '../types.ts';
import { listEntriesOf } from './write.ts';

const memos = sealedColumn('giving.memos.words');

/** A transaction with all its entries. */
export interface BookedTransaction {
  readonly id: string;
  readonly kind: TransactionKind;
  readonly occurredOn: Temporal.PlainDate;
  readonly source: string;
  readonly memo: string | null;
  readonly reverses: string | null;
  /** Whether another has taken it back. */
  readonly isTakenBack: boolean;
  readonly entries: readonly Entry[];
}

/** Transactions by their ids with what takes them back, in the order in which they were written. */
export async function listBooked(db: Database, ids: readonly string[]): Promise<BookedTransaction[]> {
  const rows = await db
    .selectFrom('giving.transactions as t')
    .leftJoin('giving.memos as m', 'm.transaction_id', 't.id')
    .select(['t.id', 't.kind', 't.occurred_on', 't.source', 't.reverses', 'm.words'])
    .select(
      sql<boolean>`exists (select from giving.transactions b where b.reverses = t.id)`.as('is_taken_back'),
    )
    .where(sql<boolean>`t.id = any(${ids}::uuid[]) or t.reverses = any(${ids}::uuid[])`)
    .orderBy('t.recorded_at')
    .orderBy('t.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      occurredOn: row.occurred_on,
      source: row.source,
      memo: memos.open(db, row.id, row.words),
      reverses: row.reverses,
      isTakenBack: row.is_taken_back,
      entries: await listEntriesOf(db, row.id),
    })),
  );
}

/**
 * Whether somebody booked it beside gifts, by hand or from a table, or took such a one back. All else is mended where it came
 * from: a gift on its page, a line of the bank on its own, and what the provider told of stands as the provider tells.
 */
export async function isByHand(db: Database, transactionId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    with recursive back as (
      select id, source, reverses from giving.transactions where id = ${transactionId}
      union all
      select t.id, t.source, t.reverses from giving.transactions t join back on t.id = back.reverses
    )
    select exists (select from back where reverses is null and source ~ '^(hand|table):'
      and not exists (select from giving.gifts where transaction_id = back.id)) as "is"`.execute(db);
  return rows[0]?.is ?? false;
}

/** Which of these sources are booked. */
export async function listBookedSources(
  db: Database,
  sources: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ source: string }>`
    select source from giving.transactions where source = any(${sources}::text[])`.execute(db);
  return new Set(rows.map(({ source }) => source));
}
