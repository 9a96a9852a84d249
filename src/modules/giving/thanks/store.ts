import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { findDonors } from '../donors/store.ts';
import type { Fund } from '../types.ts';
import type { Thanked, ThanksMeans, ThanksWay, ToThank } from './types.ts';

/** @returns null where there is no such gift */
export async function findThanked(db: Database, giftId: string): Promise<Thanked | null> {
  const row = await db
    .selectFrom('giving.gifts')
    .select(['id', 'donor_id', 'fund_id', 'amount_jpy', 'channel', 'given_on', 'is_anonymous', 'state'])
    .where('id', '=', giftId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    giftId: row.id,
    donorId: row.donor_id,
    fund: row.fund_id as Fund,
    amount: row.amount_jpy,
    channel: row.channel,
    givenOn: row.given_on,
    isAnonymous: row.is_anonymous,
    isOurs: row.state === 'received',
  };
}

/** @returns whether this was the first time: nobody is thanked twice for one gift */
export async function insertThanks(
  tx: Tx,
  { giftId, way, now }: { readonly giftId: string; readonly way: ThanksWay; readonly now: Temporal.Instant },
): Promise<boolean> {
  const written = await tx
    .insertInto('giving.thanks')
    .values({ gift_id: giftId, way, heard_at: now })
    .onConflict((conflict) => conflict.column('gift_id').doNothing())
    .returning('gift_id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Gifts recorded within a time that nobody was thanked for, by hand or by mail or on purpose not, the first one first. */
export async function listUnthanked(
  db: Database,
  recorded: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.gifts as g')
    .select('g.id')
    .where('g.recorded_at', '>=', recorded.from)
    .where('g.recorded_at', '<', recorded.until)
    .where(sql<boolean>`not exists (select from giving.thanks t where t.gift_id = g.id)`)
    .orderBy('g.recorded_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** @returns whether it waited for this: by hand, and not done yet */
export async function markThanked(
  tx: Tx,
  done: {
    readonly giftId: string;
    readonly means: ThanksMeans;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const written = await tx
    .updateTable('giving.thanks')
    .set({ means: done.means, thanked_at: done.now, thanked_by: done.by })
    .where('gift_id', '=', done.giftId)
    .where('way', '=', 'by_hand')
    .where('thanked_at', 'is', null)
    .returning('gift_id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Whom the treasurer thanks, the newest gift first: those that wait, or those that were thanked. */
export async function listByHand(
  db: Database,
  { isDone }: { readonly isDone: boolean },
  window: Window,
): Promise<Page<ToThank>> {
  let query = db
    .selectFrom('giving.thanks as t')
    .innerJoin('giving.gifts as g', 'g.id', 't.gift_id')
    .select([
      't.gift_id',
      't.means',
      't.thanked_at',
      't.thanked_by',
      'g.amount_jpy',
      'g.given_on',
      'g.donor_id',
    ])
    .where('t.way', '=', 'by_hand')
    .where('t.thanked_at', isDone ? 'is not' : 'is', null);
  if (window.after)
    query = query.where(
      sql<boolean>`(t.heard_at, t.gift_id) < (select heard_at, gift_id from giving.thanks where gift_id = ${window.after})`,
    );
  const rows = await query
    .orderBy('t.heard_at', 'desc')
    .orderBy('t.gift_id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const donors = await findDonors(
    db,
    rows.flatMap(({ donor_id }) => donor_id ?? []),
  );
  const found = rows.map((row): ToThank => {
    const donor = donors.get(row.donor_id ?? '');
    if (!donor) throw new Error('whoever is thanked by hand is a donor');
    const { means, thanked_at: at, thanked_by: by } = row;
    const done = means && at ? { means, at, by } : null;
    return { giftId: row.gift_id, amount: row.amount_jpy, givenOn: row.given_on, donor, done };
  });
  return toPage(found, window, ({ giftId }) => giftId);
}

/** How many wait to be thanked by hand. */
export async function countToThank(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('giving.thanks')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('way', '=', 'by_hand')
    .where('thanked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
