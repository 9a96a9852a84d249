import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { allOf, standing } from '../../donors/store/standing.ts';
import type { Receipt, ReceiptState } from '../types.ts';
import { toReceipt } from './receipts.ts';

/** A receipt with whom it is for, as the donor is called now. */
export type ListedReceipt = Receipt & { readonly name: string; readonly personId: string | null };

const listed = (db: Database) =>
  db
    .selectFrom('giving.receipts as r')
    .innerJoin('giving.donors as named', 'named.id', 'r.donor_id')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('named')))
    .selectAll('r')
    .select(['d.name', 'd.person_id']);

const toPost = sql<boolean>`r.is_by_post and r.posted_at is null and r.state <> 'void'`;

/** Receipts by number, the newest first. */
export async function listReceipts(
  db: Database,
  of: { readonly fiscalYear?: number | undefined; readonly state?: ReceiptState | undefined },
  window: Window,
): Promise<Page<ListedReceipt>> {
  const found = await listed(db)
    .$if(of.fiscalYear !== undefined, (query) => query.where('r.fiscal_year', '=', of.fiscalYear ?? 0))
    .$if(of.state !== undefined, (query) => query.where('r.state', '=', of.state ?? 'issued'))
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(r.fiscal_year, r.number) < (select fiscal_year, number from giving.receipts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('r.fiscal_year', 'desc')
    .orderBy('r.number', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return {
    next,
    rows: rows.map(({ name, person_id, ...row }) => ({ ...toReceipt(db, row), name, personId: person_id })),
  };
}

/** All of some donors, and of whoever was merged into them, the newest first. */
export async function listReceiptsOf(db: Database, donorIds: readonly string[]): Promise<Receipt[]> {
  const rows = await listed(db)
    .where(sql<boolean>`r.donor_id in ${allOf(donorIds)}`)
    .orderBy('r.issued_at', 'desc')
    .orderBy('r.number', 'desc')
    .execute();
  return rows.map((row) => toReceipt(db, row));
}

/** Those to be put in envelopes, by number. @param until issued until then: what a page has counted stays the same */
export async function listToPost(db: Database, until: Temporal.Instant, window: Window): Promise<Receipt[]> {
  const rows = await listed(db)
    .where(toPost)
    .where('r.issued_at', '<=', until)
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(r.fiscal_year, r.number) > (select fiscal_year, number from giving.receipts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('r.fiscal_year')
    .orderBy('r.number')
    .limit(window.limit)
    .execute();
  return rows.map((row) => toReceipt(db, row));
}

export async function countToPost(db: Database, until: Temporal.Instant): Promise<number> {
  const row = await db
    .selectFrom('giving.receipts as r')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where(toPost)
    .where('r.issued_at', '<=', until)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** They are in the post. @returns how many */
export async function markPosted(tx: Tx, until: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('giving.receipts as r')
    .set({ posted_at: now })
    .where(toPost)
    .where('r.issued_at', '<=', until)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
