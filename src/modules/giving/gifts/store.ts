import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GivingGifts } from '../../../platform/database/generated.ts';
import type { Fund, GiftState } from '../types.ts';
import type { Gift, Receiving } from './types.ts';

/** A gift with the transaction by which it is booked. */
export type Booked = Receiving & { readonly transactionId: string };

/** @returns the new ones' ids, in this order */
export async function insertGifts(tx: Tx, gifts: readonly Booked[]): Promise<string[]> {
  const rows = gifts.map((gift) => ({
    id: crypto.randomUUID(),
    donor_id: gift.donorId,
    pledge_id: gift.pledgeId ?? null,
    promise_id: gift.promiseId ?? null,
    campaign_id: gift.campaignId ?? null,
    fund_id: gift.fund,
    amount_jpy: gift.amount,
    channel: gift.channel,
    given_on: gift.givenOn,
    received_on: gift.receivedOn,
    recorded_at: gift.by.now,
    recorded_by: gift.by.personId,
    transaction_id: gift.transactionId,
    provider_charge: gift.providerCharge ?? null,
    is_anonymous: gift.isAnonymous ?? false,
  }));
  await tx.insertInto('giving.gifts').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Their money has come in, whatever state they were in. */
export async function markPledgesReceived(
  tx: Tx,
  pledgeIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (pledgeIds.length === 0) return;
  await tx
    .updateTable('giving.pledges')
    .set((eb) => ({ state: 'received', over_at: now, version: eb('version', '+', 1) }))
    .where('id', 'in', pledgeIds)
    .where('state', '<>', 'received')
    .execute();
}

/** @returns null where there is none */
export async function findGift(db: Database, id: string): Promise<Gift | null> {
  const row = await db.selectFrom('giving.gifts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toGift(row) : null;
}

/** As `findGift`; whoever else moves it waits. */
export async function lockGift(tx: Tx, id: string): Promise<Gift | null> {
  const row = await tx
    .selectFrom('giving.gifts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toGift(row) : null;
}

export type GiftOfCharge = Pick<Gift, 'id' | 'fund'>;

/** As `lockGift`, by the payment provider's name of the payment. */
export async function lockGiftByCharge(tx: Tx, charge: string): Promise<GiftOfCharge | null> {
  const row = await tx
    .selectFrom('giving.gifts')
    .select(['id', 'fund_id'])
    .where('provider_charge', '=', charge)
    .forUpdate()
    .executeTakeFirst();
  return row ? { id: row.id, fund: row.fund_id as Fund } : null;
}

/** Says what has become of a gift, and how much of it has gone back. */
export async function markGift(
  tx: Tx,
  id: string,
  { state, returned }: { readonly state: GiftState; readonly returned: number },
): Promise<void> {
  await tx
    .updateTable('giving.gifts')
    .set((eb) => ({ state, returned_jpy: returned, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** So much more of it has gone back; with the last yen it is in this state. */
export async function markReturned(
  tx: Tx,
  gift: Gift,
  { amount, state }: { readonly amount: number; readonly state: GiftState },
): Promise<void> {
  const returned = gift.returned + amount;
  await tx
    .updateTable('giving.gifts')
    .set((eb) => ({
      returned_jpy: returned,
      version: eb('version', '+', 1),
      ...(returned === gift.amount && { state }),
    }))
    .where('id', '=', gift.id)
    .execute();
}

/** Money of a gift went back, or came again, by a transaction. */
export async function insertReturn(tx: Tx, giftId: string, transactionId: string): Promise<void> {
  await tx.insertInto('giving.returns').values({ transaction_id: transactionId, gift_id: giftId }).execute();
}

/** The transactions by which money of a gift went back, or came again. */
export async function listReturnsOf(db: Database, giftId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.returns')
    .select('transaction_id')
    .where('gift_id', '=', giftId)
    .execute();
  return rows.map(({ transaction_id }) => transaction_id);
}

export function toGift(row: Selectable<GivingGifts>): Gift {
  return {
    id: row.id,
    donorId: row.donor_id,
    pledgeId: row.pledge_id,
    campaignId: row.campaign_id,
    fund: row.fund_id as Fund,
    amount: row.amount_jpy,
    returned: row.returned_jpy,
    channel: row.channel,
    state: row.state,
    version: row.version,
    givenOn: row.given_on,
    receivedOn: row.received_on,
    recordedAt: row.recorded_at,
    transactionId: row.transaction_id,
    providerCharge: row.provider_charge,
    isAnonymous: row.is_anonymous,
  };
}

/** A pledge waits again, unless another gift has come of it. */
export async function reopenPledge(tx: Tx, pledgeId: string): Promise<void> {
  await tx
    .updateTable('giving.pledges')
    .set((eb) => ({ state: 'open', over_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', pledgeId)
    .where('state', '=', 'received')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('giving.gifts as g')
            .select('g.id')
            .where('g.pledge_id', '=', pledgeId)
            .where('g.state', '=', 'received'),
        ),
      ),
    )
    .execute();
}
