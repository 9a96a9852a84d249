import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { standing } from '../../donors/store/standing.ts';
import type { Account, By } from '../../types.ts';
import type { ExplainedBy, Explanation, ExplanationKind } from '../types.ts';

const payers = sealedColumn('giving.bank_lines.payer');

export interface NewExplanation {
  readonly lineId: string;
  readonly kind: ExplanationKind;
  readonly explainedBy: ExplainedBy;
  readonly amount: number;
  readonly giftId?: string;
  readonly account?: Account;
  readonly transactionId: string | null;
  readonly by: By;
}

export async function insertExplanation(tx: Tx, told: NewExplanation): Promise<void> {
  await tx.insertInto('giving.bank_explanations').values(toRow(told)).execute();
}

const toRow = (told: NewExplanation) => ({
  line_id: told.lineId,
  kind: told.kind,
  explained_by: told.explainedBy,
  amount_jpy: told.amount,
  gift_id: told.giftId ?? null,
  account_id: told.account ?? null,
  transaction_id: told.transactionId,
  explained_at: told.by.now,
  by_person: told.by.personId,
});

/** The same of gifts, by what they were booked. */
export async function insertGiftExplanations(
  tx: Tx,
  told: readonly (Pick<NewExplanation, 'lineId' | 'explainedBy' | 'amount'> & { readonly giftId: string })[],
  by: By,
): Promise<void> {
  const giftIds = told.map(({ giftId }) => giftId);
  const gifts = await tx
    .selectFrom('giving.gifts')
    .select(['id', 'transaction_id'])
    .where('id', 'in', giftIds)
    .execute();
  const transactionOf = new Map(gifts.map((gift) => [gift.id, gift.transaction_id]));
  const rows = told.map((one) => {
    const transactionId = transactionOf.get(one.giftId) ?? null;
    return toRow({ ...one, kind: 'gift', transactionId, by });
  });
  await tx.insertInto('giving.bank_explanations').values(rows).execute();
}

/** What holds of a line, in the order in which it was said. */
export async function listExplanations(db: Database, lineId: string): Promise<Explanation[]> {
  const rows = await db
    .selectFrom('giving.bank_explanations as e')
    .leftJoin('giving.gifts as g', 'g.id', 'e.gift_id')
    .leftJoin('giving.donors as gave', 'gave.id', 'g.donor_id')
    .leftJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gave')))
    .select(['e.id', 'e.kind', 'e.explained_by', 'e.amount_jpy', 'e.gift_id', 'e.account_id'])
    .select(['e.transaction_id', 'e.explained_at', 'd.name'])
    .where('e.line_id', '=', lineId)
    .where('e.undone_at', 'is', null)
    .orderBy('e.explained_at')
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    explainedBy: row.explained_by,
    amount: row.amount_jpy,
    giftId: row.gift_id,
    donorName: row.name,
    account: row.account_id as Account | null,
    transactionId: row.transaction_id,
    explainedAt: row.explained_at,
  }));
}

/** A line that was explained by itself, by name and amount alone. */
export interface ByName {
  readonly lineId: string;
  readonly day: Temporal.PlainDate;
  readonly amount: number;
  readonly payer: string;
  readonly donorName: string;
  /** Nothing was explained under this payer's name before: nobody has ever looked at it. */
  readonly isFirst: boolean;
}

const neverSeen = sql<boolean>`not exists (
  select from giving.bank_lines earlier where earlier.payer_hash = l.payer_hash and earlier.state = 'explained'
    and (earlier.day, earlier.id) < (l.day, l.id))`;

/** The last that were explained by name and amount alone, without a number: likely right, and to be undone where not. */
export async function listByName(db: Database, most: number): Promise<ByName[]> {
  const rows = await db
    .selectFrom('giving.bank_explanations as e')
    .innerJoin('giving.bank_lines as l', 'l.id', 'e.line_id')
    .innerJoin('giving.gifts as g', 'g.id', 'e.gift_id')
    .innerJoin('giving.donors as gave', 'gave.id', 'g.donor_id')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gave')))
    .select(['l.id', 'l.day', 'l.amount_jpy', 'l.payer', 'd.name', neverSeen.as('is_first')])
    .where('e.explained_by', '=', 'name')
    .where('e.undone_at', 'is', null)
    .orderBy('e.explained_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ lineId: row.id, day: row.day, amount: row.amount_jpy, donorName: row.name, isFirst: row.is_first },
    payer: payers.open(db, row.id, row.payer) ?? '',
  }));
}

/** Whether nothing was explained under a line's payer before it. */
export async function isFirstOfPayer(db: Database, lineId: string): Promise<boolean> {
  const row = await db
    .selectFrom('giving.bank_lines as l')
    .select(neverSeen.as('is_first'))
    .where('l.id', '=', lineId)
    .executeTakeFirst();
  return row?.is_first ?? false;
}

export async function markUndone(tx: Tx, ids: readonly string[], by: By): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('giving.bank_explanations')
    .set({ undone_at: by.now, undone_by: by.personId })
    .where('id', 'in', ids)
    .execute();
}

/** Whether a line of the bank is explained by a gift: then the gift is undone there. */
export async function explainsLine(db: Database, giftId: string): Promise<boolean> {
  const row = await db
    .selectFrom('giving.bank_explanations')
    .select('id')
    .where('gift_id', '=', giftId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
