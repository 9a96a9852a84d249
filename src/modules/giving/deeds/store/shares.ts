import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Left } from '../rules.ts';
import { type DeedKind, FUND_OF } from '../types.ts';

/** So many gifts are looked at for one deed: whoever gave a yen pays for none alone. */
const GIFTS_AT_ONCE = 200;

/** Deeds since a month that gifts have not paid for whole, the first one first. */
export async function listToPay(
  db: Database,
  since: Temporal.PlainDate,
): Promise<Pick<ToPay, 'id' | 'kind' | 'doneIn'>[]> {
  const rows = await db
    .selectFrom('giving.deeds')
    .select(['id', 'kind', 'done_in'])
    .whereRef('claimed_jpy', '<', 'cost_jpy')
    .where('done_in', '>=', since)
    .orderBy('done_in')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, done_in }) => ({ id, kind: kind as DeedKind, doneIn: done_in }));
}

export interface ToPay {
  readonly id: string;
  readonly kind: DeedKind;
  readonly doneIn: Temporal.PlainDate;
  /** Whole yen that nobody has paid. */
  readonly open: number;
}

/** @returns null where nothing is open, or its cost is not known */
export async function lockToPay(tx: Tx, id: string): Promise<ToPay | null> {
  const row = await tx
    .selectFrom('giving.deeds')
    .select(['kind', 'done_in', 'cost_jpy', 'claimed_jpy'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const open = (row?.cost_jpy ?? 0) - (row?.claimed_jpy ?? 0);
  return row && open > 0 ? { id, kind: row.kind as DeedKind, doneIn: row.done_in, open } : null;
}

/**
 * Gifts that can pay for a deed: money that was ours when its month ended, given for its purpose before what was given for
 * none, the first one first. Goods pay for nothing. Those that have paid for some of it already stand behind: none pays twice.
 */
export async function listLeft(
  db: Database,
  { id, kind, doneIn }: ToPay,
): Promise<(Left & { readonly hasPaid: boolean })[]> {
  const hasPaid = sql<boolean>`exists (select from giving.deed_shares s where s.gift_id = g.id and s.deed_id = ${id}::uuid)`;
  const left = sql<number>`g.amount_jpy - g.returned_jpy - coalesce(u.used_jpy, 0)`;
  const rows = await db
    .selectFrom('giving.gifts as g')
    .leftJoin('giving.gift_uses as u', 'u.gift_id', 'g.id')
    .select(['g.id', left.as('left'), hasPaid.as('has_paid')])
    .where('g.fund_id', 'in', [FUND_OF[kind], 'general'])
    .where('g.state', '=', 'received')
    .where('g.channel', '<>', 'goods')
    .where('g.received_on', '<', doneIn.add({ months: 1 }))
    .where(left, '>', 0)
    .orderBy(hasPaid)
    .orderBy(sql`g.fund_id = 'general'`)
    .orderBy('g.received_on')
    .orderBy('g.id')
    .limit(GIFTS_AT_ONCE)
    .execute();
  return rows.map((row) => ({ giftId: row.id, left: Number(row.left), hasPaid: row.has_paid }));
}

/** Has a gift pay for a deed: the database refuses what either has not left. */
export async function insertShare(
  tx: Tx,
  share: {
    readonly giftId: string;
    readonly deedId: string;
    readonly amount: number;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('giving.deed_shares')
    .values({ gift_id: share.giftId, deed_id: share.deedId, amount_jpy: share.amount, shared_at: share.now })
    .execute();
}
