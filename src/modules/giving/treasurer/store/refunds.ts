import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingRefunds } from '../../../../platform/database/generated.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';

const reasons = sealedColumn('giving.refunds.reason');

/** Money of a gift that is to go back to its giver. */
export interface Refund {
  readonly id: string;
  readonly giftId: string;
  readonly amount: number;
  readonly state: GivingRefunds['state'];
  /** Somebody else approves it. */
  readonly needsSecond: boolean;
  readonly reason: string | null;
  readonly askedBy: string | null;
  readonly askedAt: Temporal.Instant;
}

/** As its index says it. */
const IS_OPEN = sql<boolean>`state not in ('refused', 'sent', 'paid')`;

type NewRefund = Omit<Refund, 'id' | 'askedBy' | 'askedAt' | 'state'> & {
  readonly reason: string;
  readonly by: { readonly personId: string | null; readonly now: Temporal.Instant };
};

/** Asked for; approved at once where nobody else has to. @returns its id */
export async function insertRefund(tx: Tx, refund: NewRefund): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('giving.refunds')
    .values({
      id,
      gift_id: refund.giftId,
      amount_jpy: refund.amount,
      state: refund.needsSecond ? 'asked' : 'approved',
      needs_second: refund.needsSecond,
      reason: reasons.seal(tx, id, refund.reason),
      asked_by: refund.by.personId,
      asked_at: refund.by.now,
    })
    .execute();
  return id;
}

/** @returns null where there is none */
export async function findRefund(db: Database, id: string): Promise<Refund | null> {
  const row = await db.selectFrom('giving.refunds').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toRefund(db, row) : null;
}

/** As `findRefund`; whoever else decides on it waits. Its gift is locked before it, as everywhere. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund | null> {
  const row = await tx
    .selectFrom('giving.refunds')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRefund(tx, row) : null;
}

export async function moveRefund(
  tx: Tx,
  id: string,
  to:
    | {
        readonly state: 'approved' | 'refused';
        readonly by: { readonly personId: string | null; readonly now: Temporal.Instant };
      }
    | { readonly state: 'sent' }
    | { readonly state: 'paid'; readonly transactionId: string },
): Promise<void> {
  await tx
    .updateTable('giving.refunds')
    .set({
      state: to.state,
      ...('by' in to && { decided_by: to.by.personId, decided_at: to.by.now }),
      ...('transactionId' in to && { transaction_id: to.transactionId }),
    })
    .where('id', '=', id)
    .execute();
}

/** The newest first; those on which something is to be done, or all. */
export async function listRefunds(
  db: Database,
  { isOpen }: { readonly isOpen: boolean },
  window: Window,
): Promise<Page<Refund>> {
  const found = await db
    .selectFrom('giving.refunds')
    .selectAll()
    .$if(isOpen, (query) => query.where(IS_OPEN))
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(asked_at, id) < (select asked_at, id from giving.refunds where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map((row) => toRefund(db, row)), next };
}

/** How many wait for somebody to decide or to pay, or to see that they failed. */
export async function countOpenRefunds(db: Database): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from giving.refunds where ${IS_OPEN}`.execute(db);
  return rows[0]?.many ?? 0;
}

/** How many wait for a second person, whom somebody else than this one has asked for. */
export async function countToApprove(db: Database, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('giving.refunds')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('state', '=', 'asked')
    .where(sql<boolean>`asked_by is distinct from ${personId}::uuid`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whole yen of a gift that wait to go back, and all that was asked for but what was refused or failed, gone back or not. */
export async function sumRefunds(
  tx: Tx,
  giftId: string,
): Promise<{ readonly waiting: number; readonly together: number }> {
  const { rows } = await sql<{ waiting: number; together: number }>`
    select coalesce(sum(amount_jpy) filter (where state in ('asked', 'approved')), 0)::bigint as waiting,
      coalesce(sum(amount_jpy), 0)::bigint as together
    from giving.refunds where gift_id = ${giftId} and state not in ('refused', 'failed')`.execute(tx);
  return rows[0] ?? { waiting: 0, together: 0 };
}

/** The provider could not pay back what it was told to: somebody sees to it. */
export async function markRefundFailed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('giving.refunds')
    .set({ state: 'failed' })
    .where('id', '=', id)
    .where('state', 'in', ['approved', 'sent'])
    .execute();
}

function toRefund(db: Database, row: Selectable<GivingRefunds>): Refund {
  return {
    id: row.id,
    giftId: row.gift_id,
    amount: row.amount_jpy,
    state: row.state,
    needsSecond: row.needs_second,
    reason: reasons.open(db, row.id, row.reason),
    askedBy: row.asked_by,
    askedAt: row.asked_at,
  };
}
