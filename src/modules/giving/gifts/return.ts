import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../events.ts';
import { book, explained, moved } from '../ledger/book.ts';
import type { Booking } from '../ledger/types.ts';
import type { Account, By, GiftState } from '../types.ts';
import { ACCOUNT_OF } from './channels.ts';
import { insertReturn, lockGift, markGift, markReturned } from './store.ts';

/** Money of a gift that goes back, or that was never given. */
export interface Returning {
  readonly giftId: string;
  /** What it comes of, such as `refund:re_1`: it goes back once, whoever hears of it again. */
  readonly source: string;
  readonly kind: 'refund' | 'charge_back' | 'correction';
  /** Whole yen: all of it, or a part. */
  readonly amount: number;
  readonly occurredOn: Temporal.PlainDate;
  /** From where it goes; from where the money of its channel is unless said. */
  readonly from?: Account;
  readonly memo?: string;
  readonly by: By;
}

const STATE = { refund: 'refunded', charge_back: 'charged_back', correction: 'corrected' } as const;

/**
 * Books that money of a gift goes back: ledger, gift and the event by which receipts become void, all in the caller's
 * transaction. The gift stays received while a part of it stays.
 * @returns the ledger's transaction, or null when what it comes of is booked already
 * @throws where more would go back than was given: the database refuses it
 */
export async function returnGift(tx: Tx, back: Returning): Promise<string | null> {
  const { giftId, amount, kind, by } = back;
  const gift = await lockGift(tx, giftId);
  if (!gift) throw new RangeError(`no gift ${giftId}`);
  const from = back.from ?? ACCOUNT_OF[gift.channel];
  const transactionId = await bookReturn(tx, giftId, {
    ...back,
    entries:
      from === 'unexplained'
        ? explained(-amount, gift.fund, 'donations')
        : moved(amount, gift.fund, { from, to: 'donations' }),
    ...(amount === gift.amount && { reverses: gift.transactionId }),
  });
  if (transactionId === null) return null;
  await markReturned(tx, gift, { amount, state: STATE[kind] });
  await publish(tx, {
    type: 'giving.gift.returned',
    ids: { giftId, donorId: gift.donorId ?? undefined, byPersonId: by.personId ?? undefined },
  });
  return transactionId;
}

/**
 * Books that money of a gift goes back, or comes again, and keeps it beside the gift; what has become of the gift says the
 * caller.
 * @returns the ledger's transaction, or null when what it comes of is booked already
 */
export async function bookReturn(tx: Tx, giftId: string, booking: Booking): Promise<string | null> {
  const transactionId = await book(tx, booking);
  if (transactionId !== null) await insertReturn(tx, giftId, transactionId);
  return transactionId;
}

/**
 * Says what has become of a gift as the payment provider knows it: what went back is booked by `bookReturn`. More gone back
 * than before, or less since some came again, is told by the event; the same again changes nothing.
 */
export async function settleGift(
  tx: Tx,
  giftId: string,
  { state, returned }: { readonly state: GiftState; readonly returned: number },
): Promise<void> {
  const gift = await lockGift(tx, giftId);
  if (!gift || (gift.state === state && gift.returned === returned)) return;
  await markGift(tx, giftId, { state, returned });
  if (returned !== gift.returned)
    await publish(tx, {
      type: 'giving.gift.returned',
      ids: { giftId, donorId: gift.donorId ?? undefined },
    });
}
