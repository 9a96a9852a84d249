import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingReceiptRunState, GivingReceiptRuns } from '../../../../platform/database/generated.ts';

/** One run of yearly receipts. */
export interface Run {
  readonly id: string;
  readonly calendarYear: number;
  readonly state: GivingReceiptRunState;
  readonly begunAt: Temporal.Instant;
  readonly begunBy: string;
  readonly overAt: Temporal.Instant | null;
  /** How many there were to begin with, how many have a receipt, and how many could not be given one. */
  readonly donors: number;
  readonly issued: number;
  readonly leftOver: number;
  readonly behind: string | null;
}

/** @returns null while another one runs */
export async function insertRun(
  tx: Tx,
  run: Pick<Run, 'calendarYear' | 'begunAt' | 'begunBy' | 'donors'>,
): Promise<string | null> {
  const row = await tx
    .insertInto('giving.receipt_runs')
    .values({
      ...{ calendar_year: run.calendarYear, donors: run.donors },
      ...{ begun_at: run.begunAt, begun_by: run.begunBy },
    })
    .onConflict((conflict) => conflict.column('state').where('state', '=', sql.lit('running')).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function listRuns(db: Database, limit: number): Promise<Run[]> {
  const rows = await db
    .selectFrom('giving.receipt_runs')
    .selectAll()
    .orderBy('begun_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRun);
}

/** The one that runs; nobody else carries it on before the transaction is over. */
export async function lockRunning(tx: Tx, id?: string): Promise<Run | null> {
  const row = await tx
    .selectFrom('giving.receipt_runs')
    .selectAll()
    .where('state', '=', 'running')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .forUpdate()
    .executeTakeFirst();
  return row ? toRun(row) : null;
}

export async function updateRun(
  tx: Tx,
  id: string,
  to: Partial<Pick<Run, 'issued' | 'leftOver' | 'behind' | 'state' | 'overAt'>>,
): Promise<void> {
  const { leftOver, overAt, ...same } = to;
  await tx
    .updateTable('giving.receipt_runs')
    .set({
      ...same,
      ...(leftOver !== undefined && { left_over: leftOver }),
      ...(overAt !== undefined && { over_at: overAt }),
    })
    .where('id', '=', id)
    .execute();
}

const toRun = (row: Selectable<GivingReceiptRuns>): Run => ({
  id: row.id,
  calendarYear: row.calendar_year,
  state: row.state,
  begunAt: row.begun_at,
  begunBy: row.begun_by,
  overAt: row.over_at,
  donors: row.donors,
  issued: row.issued,
  leftOver: row.left_over,
  behind: row.behind,
});
