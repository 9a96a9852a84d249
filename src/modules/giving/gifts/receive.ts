import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../events.ts';
import { book, explained, moved } from '../ledger/book.ts';
import { keepPromise } from '../promises/keep.ts';
import { ACCOUNT_OF } from './channels.ts';
import { insertGift, markPledgeReceived } from './store.ts';
import type { Receiving } from './types.ts';

/**
 * Books a gift, whatever state its pledge is in: ledger, gift and the event by which others thank for it, all in the caller's
 * transaction.
 * @returns its id, or null when what it comes of is booked already
 */
export async function receiveGift(tx: Tx, gift: Receiving): Promise<string | null> {
  const { amount, fund, channel, by, memo } = gift;
  const entries = gift.from
    ? explained(amount, fund, 'donations')
    : moved(amount, fund, { from: 'donations', to: ACCOUNT_OF[channel] });
  const occurredOn = gift.receivedOn;
  const transactionId = await book(tx, { kind: 'gift', occurredOn, source: gift.source, entries, memo, by });
  if (transactionId === null) return null;
  const id = await insertGift(tx, gift, transactionId);
  if (gift.pledgeId) await markPledgeReceived(tx, gift.pledgeId, by.now);
  if (gift.promiseId) await keepPromise(tx, { promiseId: gift.promiseId, giftId: id, now: by.now });
  await publish(tx, {
    type: 'giving.gift.received',
    ids: { giftId: id, donorId: gift.donorId ?? undefined, byPersonId: by.personId ?? undefined },
  });
  return id;
}
