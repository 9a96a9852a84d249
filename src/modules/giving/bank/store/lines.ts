import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingBankLines } from '../../../../platform/database/generated.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Line, LineState } from '../types.ts';

const payers = sealedColumn('giving.bank_lines.payer');
const details = sealedColumn('giving.bank_lines.details');

export const WAITING = ['doubtful', 'unexplained', 'out'] as const satisfies LineState[];
export type Waiting = (typeof WAITING)[number];

export async function findLine(db: Database, id: string): Promise<Line | null> {
  const row = await db.selectFrom('giving.bank_lines').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toLine(db, row) : null;
}

/** The same, so that nobody else explains it meanwhile. */
export async function lockLine(tx: Tx, id: string): Promise<Line | null> {
  const row = await tx
    .selectFrom('giving.bank_lines')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toLine(tx, row) : null;
}

/** The same for many. */
export async function lockLines(tx: Tx, ids: readonly string[]): Promise<Line[]> {
  const rows = await tx
    .selectFrom('giving.bank_lines')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('day')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => toLine(tx, row));
}

/** What they are is booked. */
export async function markExplained(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('giving.bank_lines')
    .set((eb) => ({ state: 'explained', version: eb('version', '+', 1) }))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** Moves a line to another state. */
export async function moveLine(
  tx: Tx,
  id: string,
  to: { readonly state: LineState; readonly transactionId?: string; readonly cancels?: string | null },
): Promise<void> {
  const { state, transactionId, cancels } = to;
  await tx
    .updateTable('giving.bank_lines')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      ...(transactionId !== undefined && { transaction_id: transactionId }),
      ...(cancels !== undefined && { cancels }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Lines of an account that a line may take back: money in of the same payer and amount, up to its day, the latest first. */
export async function listCancelable(db: Database, back: Line): Promise<Line[]> {
  const rows = await db
    .selectFrom('giving.bank_lines')
    .selectAll()
    .where('account_id', '=', back.accountId)
    .where('payer_hash', '=', back.payerHash)
    .where('amount_jpy', '=', -back.amount)
    .where('kind', '=', 'in')
    .where('state', 'in', ['unexplained', 'explained'])
    .where('day', '<=', back.day)
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map((row) => toLine(db, row));
}

/** What waits to be explained, the oldest first. */
export async function listWaiting(
  db: Database,
  window: Window,
  state: Waiting | undefined,
): Promise<Page<Line>> {
  const found = await db
    .selectFrom('giving.bank_lines')
    .selectAll()
    .where('state', 'in', state ? [state] : WAITING)
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(day, id) > (select day, id from giving.bank_lines where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('day')
    .orderBy('id')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map((row) => toLine(db, row)), next };
}

/** How many lines wait and what they come to, by state. */
export async function countWaiting(
  db: Database,
): Promise<ReadonlyMap<Waiting, { readonly count: number; readonly sum: number }>> {
  const rows = await db
    .selectFrom('giving.bank_lines')
    .select(({ fn }) => [
      'state',
      fn.countAll<number>().as('count'),
      sql<number>`sum(amount_jpy)::bigint`.as('sum'),
    ])
    .where('state', 'in', WAITING)
    .groupBy('state')
    .execute();
  return new Map(
    rows.map(({ state, count, sum }) => [state as Waiting, { count: Number(count), sum: Number(sum) }]),
  );
}

/** The last day that is kept of each account. */
export async function listLastDays(db: Database): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  const rows = await db
    .selectFrom('giving.bank_accounts as a')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('giving.bank_lines as l')
          .select('l.day')
          .whereRef('l.account_id', '=', 'a.id')
          .orderBy('l.day', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['a.id', 'last.day'])
    .execute();
  return new Map(rows.map(({ id, day }) => [id, day]));
}

function toLine(db: Database, row: Selectable<GivingBankLines>): Line {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    day: row.day,
    amount: row.amount_jpy,
    payer: payers.open(db, row.id, row.payer),
    payerHash: row.payer_hash,
    details: details.open(db, row.id, row.details),
    transactionId: row.transaction_id,
  };
}

/** @returns the id of the line with this key */
export async function findLineByKey(db: Database, keyHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('giving.bank_lines')
    .select('id')
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which lines these take back. @param backs their ids */
export async function listCanceledBy(db: Database, backs: readonly string[]): Promise<ReadonlySet<string>> {
  if (backs.length === 0) return new Set();
  const rows = await db.selectFrom('giving.bank_lines').select('cancels').where('id', 'in', backs).execute();
  return new Set(rows.flatMap(({ cancels }) => cancels ?? []));
}
