import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { daysOf } from '../../rules/fiscal-year.ts';
import type { Account, Fund, TransactionKind } from '../../types.ts';

const memos = sealedColumn('giving.memos.words');

/** One entry of the ledger with its transaction. */
export interface LedgerLine {
  readonly transactionId: string;
  readonly line: number;
  readonly kind: TransactionKind;
  readonly occurredOn: Temporal.PlainDate;
  readonly account: Account;
  readonly fund: Fund;
  /** Whole yen: debit above zero. */
  readonly amount: number;
  readonly memo: string | null;
}

export interface LedgerFilters {
  readonly fiscalYear?: number | undefined;
  /** `2026-11`. */
  readonly month?: string | undefined;
  readonly account?: Account | undefined;
}

/** Entries by day, the newest first, those of a transaction together; a part begins behind a transaction's id. */
export async function listLedger(
  db: Database,
  { fiscalYear, month, account }: LedgerFilters,
  window: Window,
): Promise<Page<LedgerLine>> {
  const days = fiscalYear === undefined ? null : daysOf(fiscalYear);
  const found = await db
    .selectFrom('giving.transactions as t')
    .leftJoin('giving.memos as m', 'm.transaction_id', 't.id')
    .select(['t.id', 't.kind', 't.occurred_on', 'm.words'])
    .$if(days !== null, (query) =>
      query.where(sql<boolean>`t.occurred_on >= ${days?.from} and t.occurred_on < ${days?.until}`),
    )
    .$if(month !== undefined, (query) =>
      query.where(
        sql<boolean>`t.occurred_on >= ${`${month}-01`}::date and t.occurred_on < ${`${month}-01`}::date + interval '1 month'`,
      ),
    )
    .$if(account !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from giving.entries e where e.transaction_id = t.id and e.account_id = ${account})`,
      ),
    )
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(t.occurred_on, t.id) < (select occurred_on, id from giving.transactions where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('t.occurred_on', 'desc')
    .orderBy('t.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  const entries = await listEntries(
    db,
    rows.map(({ id }) => id),
  );
  const lines = rows.flatMap(({ id, kind, occurred_on, words }) =>
    (entries.get(id) ?? []).map((entry) => ({
      transactionId: id,
      line: entry.line,
      kind,
      occurredOn: occurred_on,
      account: entry.account_id as Account,
      fund: entry.fund_id as Fund,
      amount: entry.amount_jpy,
      memo: memos.open(db, id, words),
    })),
  );
  return { rows: lines, next };
}

/** Their entries in the order in which they were written, by transaction. */
async function listEntries(db: Database, transactionIds: readonly string[]) {
  if (transactionIds.length === 0) return new Map<string, never[]>();
  const rows = await db
    .selectFrom('giving.entries')
    .selectAll()
    .where('transaction_id', 'in', transactionIds)
    .orderBy('line')
    .execute();
  return Map.groupBy(rows, ({ transaction_id }) => transaction_id);
}
