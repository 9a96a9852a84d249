import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingReceipts } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { type Receipt, ReceiptWords } from '../types.ts';

const words = sealedColumn('giving.receipts.words');
const reasons = sealedColumn('giving.receipts.void_reason');

export type NewReceipt = Pick<
  Receipt,
  | 'fiscalYear'
  | 'kind'
  | 'calendarYear'
  | 'donorId'
  | 'amount'
  | 'code'
  | 'issuedAt'
  | 'issuedBy'
  | 'isByPost'
> & { readonly words: ReceiptWords; readonly giftIds: readonly string[] };

/**
 * Writes a receipt under the next number of its fiscal year, with its gifts. Whoever takes the next number waits until the
 * caller's transaction is over.
 */
export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<{ id: string; number: number }> {
  const id = crypto.randomUUID();
  const number = await nextNumber(tx, receipt.fiscalYear);
  await tx
    .insertInto('giving.receipts')
    .values({
      ...{ id, number, fiscal_year: receipt.fiscalYear, code: receipt.code },
      ...{ kind: receipt.kind, calendar_year: receipt.calendarYear },
      ...{ donor_id: receipt.donorId, amount_jpy: receipt.amount, is_by_post: receipt.isByPost },
      ...{ issued_at: receipt.issuedAt, issued_by: receipt.issuedBy },
      words: words.seal(tx, id, JSON.stringify(receipt.words)),
    })
    .execute();
  await tx
    .insertInto('giving.receipt_gifts')
    .values(receipt.giftIds.map((gift_id) => ({ gift_id, receipt_id: id })))
    .execute();
  return { id, number };
}

async function nextNumber(tx: Tx, fiscalYear: number): Promise<number> {
  const { last } = await tx
    .insertInto('giving.receipt_counters')
    .values({ fiscal_year: fiscalYear, last: 1 })
    .onConflict((conflict) =>
      conflict.column('fiscal_year').doUpdateSet({ last: sql`receipt_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function findReceipt(
  db: Database,
  by: { readonly id: string } | { readonly code: string },
): Promise<Receipt | null> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['code', by.code] as const);
  const row = await db.selectFrom('giving.receipts').selectAll().where(column, '=', value).executeTakeFirst();
  return row ? toReceipt(db, row) : null;
}

/** The same, which nobody else changes before the caller's transaction is over. */
export async function lockReceipt(tx: Tx, id: string): Promise<Receipt | null> {
  const row = await tx
    .selectFrom('giving.receipts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toReceipt(tx, row) : null;
}

/** From now on it is printed with its mark. */
export async function markReissued(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('giving.receipts')
    .set((eb) => ({ state: 'reissued', reissues: eb('reissues', '+', 1), reissued_at: now }))
    .where('id', '=', id)
    .execute();
}

/** Its number stays, its gifts are free for another. @param of.by null: the program by itself */
export async function markVoid(
  tx: Tx,
  of: {
    readonly id: string;
    readonly reason: string;
    readonly by: string | null;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .updateTable('giving.receipts')
    .set({
      ...{ state: 'void', voided_at: of.now, voided_by: of.by },
      void_reason: reasons.seal(tx, of.id, of.reason || null),
    })
    .where('id', '=', of.id)
    .execute();
}

export function toReceipt(db: Database, row: Selectable<GivingReceipts>): Receipt {
  return {
    id: row.id,
    fiscalYear: row.fiscal_year,
    number: row.number,
    kind: row.kind,
    calendarYear: row.calendar_year,
    state: row.state,
    donorId: row.donor_id,
    amount: row.amount_jpy,
    code: row.code,
    words: row.words && words.read(db, row.id, row.words, ReceiptWords),
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    isByPost: row.is_by_post,
    postedAt: row.posted_at,
    reissues: row.reissues,
    reissuedAt: row.reissued_at,
    voidedAt: row.voided_at,
    voidedBy: row.voided_by,
    voidReason: reasons.open(db, row.id, row.void_reason),
  };
}
