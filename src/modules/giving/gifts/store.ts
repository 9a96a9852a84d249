import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GivingGiftState } from '../../../platform/database/generated.ts';
import type { Fund } from '../types.ts';
import type { Receiving } from './types.ts';

/** @returns the new one's id */
export async function insertGift(tx: Tx, gift: Receiving, transactionId: string): Promise<string> {
  const { by } = gift;
  const { id } = await tx
    .insertInto('giving.gifts')
    .values({
      donor_id: gift.donorId,
      pledge_id: gift.pledgeId ?? null,
      campaign_id: gift.campaignId ?? null,
      fund_id: gift.fund,
      amount_jpy: gift.amount,
      channel: gift.channel,
      given_on: gift.givenOn,
      received_on: gift.receivedOn,
      recorded_at: by.now,
      recorded_by: by.personId,
      transaction_id: transactionId,
      provider_charge: gift.providerCharge ?? null,
      is_anonymous: gift.isAnonymous ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Its money has come in, whatever state it was in. */
export async function markPledgeReceived(tx: Tx, pledgeId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('giving.pledges')
    .set((eb) => ({ state: 'received', over_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', pledgeId)
    .where('state', '<>', 'received')
    .execute();
}

export interface GiftOfCharge {
  readonly id: string;
  readonly transactionId: string;
  readonly fund: Fund;
}

/** By the card provider's name of the payment. @returns null where there is none */
export async function findGiftByCharge(db: Database, charge: string): Promise<GiftOfCharge | null> {
  const row = await db
    .selectFrom('giving.gifts')
    .select(['id', 'transaction_id as transactionId', 'fund_id'])
    .where('provider_charge', '=', charge)
    .executeTakeFirst();
  return row ? { id: row.id, transactionId: row.transactionId, fund: row.fund_id as Fund } : null;
}

/** Says what has become of a gift, where it has changed. */
export async function markGift(tx: Tx, id: string, state: GivingGiftState): Promise<void> {
  await tx
    .updateTable('giving.gifts')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', state)
    .execute();
}
