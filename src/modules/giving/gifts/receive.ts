import type { Tx } from '../../../platform/database/connect.ts';
import { publishAll } from '../events.ts';
import { book, bookAll, explained, moved } from '../ledger/book.ts';
import type { Booking } from '../ledger/types.ts';
import { keepPromise } from '../promises/keep.ts';
import { ACCOUNT_OF } from './channels.ts';
import { type Booked, insertGifts, markPledgesReceived } from './store.ts';
import type { Receiving } from './types.ts';

/**
 * Books a gift, whatever state its pledge is in: ledger, gift and the event by which others thank for it, all in the caller's
 * transaction.
 * @returns its id, or null when what it comes of is booked already
 */
export async function receiveGift(tx: Tx, gift: Receiving): Promise<string | null> {
  const transactionId = await book(tx, bookingOf(gift));
  if (transactionId === null) return null;
  const [id = null] = await keepGifts(tx, [{ ...gift, transactionId }]);
  return id;
}

/**
 * The same for some at once, at most a thousand, none of which has a memo.
 * @returns their ids, in this order
 * @throws where what one comes of is booked already
 */
export async function receiveGifts(tx: Tx, gifts: readonly Receiving[]): Promise<string[]> {
  const transactionIds = await bookAll(tx, gifts.map(bookingOf));
  return keepGifts(
    tx,
    gifts.map((gift, at) => ({ ...gift, transactionId: transactionIds[at] ?? '' })),
  );
}

function bookingOf({ amount, fund, channel, from, receivedOn, source, memo, by }: Receiving): Booking {
  const entries = from
    ? explained(amount, fund, 'donations')
    : moved(amount, fund, { from: 'donations', to: ACCOUNT_OF[channel] });
  return { kind: 'gift', occurredOn: receivedOn, source, entries, memo, by };
}

async function keepGifts(tx: Tx, gifts: readonly Booked[]): Promise<string[]> {
  const [first] = gifts;
  if (!first) return [];
  const ids = await insertGifts(tx, gifts);
  const pledgeIds = gifts.flatMap(({ pledgeId }) => pledgeId ?? []);
  await markPledgesReceived(tx, pledgeIds, first.by.now);
  const kept = gifts.map((gift, at) => ({ gift, giftId: ids[at] ?? '' }));
  for (const { gift, giftId } of kept)
    if (gift.promiseId) await keepPromise(tx, { promiseId: gift.promiseId, giftId, now: gift.by.now });
  await publishAll(
    tx,
    kept.map(({ gift: { donorId, by }, giftId }) => ({
      type: 'giving.gift.received',
      ids: { giftId, donorId: donorId ?? undefined, byPersonId: by.personId ?? undefined },
    })),
  );
  return ids;
}
