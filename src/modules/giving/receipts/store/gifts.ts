import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { ReceiptWish } from '../../types.ts';
import type { GiftDay, ReceiptGift } from '../types.ts';

/** What is left of it: a part may have gone back. */
const remains = sql<number>`g.amount_jpy - g.returned_jpy`;

/**
 * Gifts of which something is left, whose receipt is ours to give and is not given, of donors who are not forgotten: kept by the
 * database with gifts, receipts and donors (`giving.gifts_without_receipt`), so that nothing looks through all that have one.
 */
function giftsWaiting(db: Database) {
  return db
    .selectFrom('giving.gifts_without_receipt as w')
    .innerJoin('giving.gifts as g', 'g.id', 'w.gift_id')
    .select(['g.id', remains.as('amount'), 'w.given_on', 'w.received_on', 'w.donor_id']);
}

interface Row {
  readonly id: string;
  readonly amount: number;
  readonly given_on: Temporal.PlainDate;
  readonly received_on: Temporal.PlainDate;
  readonly donor_id: string;
}

const toGift = (row: Row): ReceiptGift => ({
  id: row.id,
  donorId: row.donor_id,
  amount: Number(row.amount),
  givenOn: row.given_on,
  receivedOn: row.received_on,
});

/** Of some gifts those that wait for a receipt, by their days; nobody else gives them one before the transaction is over. */
export async function lockGiftsWaiting(tx: Tx, ids: readonly string[]): Promise<ReceiptGift[]> {
  if (ids.length === 0) return [];
  await tx.selectFrom('giving.gifts').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  const rows = await giftsWaiting(tx)
    .where('w.gift_id', 'in', ids)
    .orderBy('w.received_on')
    .orderBy('w.gift_id')
    .execute();
  return rows.map(toGift);
}

/** @returns null where it does not wait for a receipt */
export async function findGiftWaiting(db: Database, id: string): Promise<ReceiptGift | null> {
  const row = await giftsWaiting(db).where('w.gift_id', '=', id).executeTakeFirst();
  return row ? toGift(row) : null;
}

/** All of one donor that wait for a receipt, by their days. */
export async function listGiftIdsWaitingOf(db: Database, donorId: string): Promise<string[]> {
  const rows = await giftsWaiting(db)
    .where('w.donor_id', '=', donorId)
    .orderBy('w.received_on')
    .orderBy('w.gift_id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface Waiting extends ReceiptGift {
  readonly name: string;
  readonly wish: ReceiptWish;
}

/** Gifts without a receipt, of donors who wish for one in this way, the newest first. */
export async function listGiftsWaiting(
  db: Database,
  wish: ReceiptWish,
  window: Window,
): Promise<Page<Waiting>> {
  const found = await giftsWaiting(db)
    .innerJoin('giving.donors as d', 'd.id', 'w.donor_id')
    .select(['d.name', 'w.wish'])
    .where('w.wish', '=', wish)
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(w.received_on, w.gift_id) < (select received_on, id from giving.gifts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('w.received_on', 'desc')
    .orderBy('w.gift_id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map((row) => ({ ...toGift(row), name: row.name, wish: row.wish })), next };
}

/** How many gifts have no receipt although their donors wish for one each: none could be printed. */
export async function countGiftsLeft(db: Database): Promise<number> {
  const row = await db
    .selectFrom('giving.gifts_without_receipt')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('wish', '=', 'each')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Whose gifts of a calendar year a yearly receipt is to sum up. */
export interface Yearly {
  readonly calendarYear: number;
  readonly giftDay: GiftDay;
}

function giftsOfYear(db: Database, { calendarYear, giftDay }: Yearly) {
  const from = Temporal.PlainDate.from({ year: calendarYear, month: 1, day: 1 });
  const day = giftDay === 'given_on' ? sql`w.given_on` : sql`w.received_on`;
  return giftsWaiting(db)
    .where('w.wish', '=', 'yearly')
    .where(sql<boolean>`${day} >= ${from} and ${day} < ${from.add({ years: 1 })}`);
}

/** How many donors wait for the receipt of a year. */
export async function countDonorsOfYear(db: Database, year: Yearly): Promise<number> {
  const row = await db
    .selectFrom(giftsOfYear(db, year).as('waiting'))
    .select((is) => is.fn.count<number>('waiting.donor_id').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The gifts of the next donors of a year, behind one of them; those of a donor stand together. */
export async function listGiftsOfNext(
  db: Database,
  year: Yearly,
  { behind, limit }: { readonly behind: string | null; readonly limit: number },
): Promise<ReadonlyMap<string, readonly ReceiptGift[]>> {
  const donors = await giftsOfYear(db, year)
    .clearSelect()
    .select('w.donor_id')
    .distinct()
    .$if(behind !== null, (query) => query.where('w.donor_id', '>', behind))
    .orderBy('w.donor_id')
    .limit(limit)
    .execute();
  if (donors.length === 0) return new Map();
  const rows = await giftsOfYear(db, year)
    .where(
      'w.donor_id',
      'in',
      donors.map(({ donor_id }) => donor_id),
    )
    .orderBy('w.donor_id')
    .orderBy('w.received_on')
    .orderBy('w.gift_id')
    .execute();
  return Map.groupBy(rows.map(toGift), ({ donorId }) => donorId);
}

/** What a receipt was given for. */
export async function listGiftIdsOf(db: Database, receiptId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.receipt_gifts')
    .select('gift_id')
    .where('receipt_id', '=', receiptId)
    .execute();
  return rows.map(({ gift_id }) => gift_id);
}

/** The receipt of a gift that is no longer for what is left of its gifts. @returns its id; null where all is right */
export async function findReceiptToVoid(db: Database, giftId: string): Promise<string | null> {
  const row = await db
    .selectFrom('giving.receipt_gifts as rg')
    .innerJoin('giving.receipts as r', 'r.id', 'rg.receipt_id')
    .select('r.id')
    .where('rg.gift_id', '=', giftId)
    .where('rg.is_void', '=', false)
    .where(
      'r.amount_jpy',
      '<>',
      sql<number>`(select sum(${remains}) from giving.receipt_gifts x join giving.gifts g on g.id = x.gift_id
        where x.receipt_id = r.id)`,
    )
    .executeTakeFirst();
  return row?.id ?? null;
}
