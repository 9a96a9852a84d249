import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { findDonor } from '../donors/store.ts';
import { givingEvents } from '../events.ts';
import type { GivingServices } from '../services.ts';
import { voidReceipt } from './change.ts';
import { issueReceipt } from './issue.ts';
import { mailNameNeeded } from './mail.ts';
import {
  findGiftWaiting,
  findReceiptToVoid,
  listGiftIdsOf,
  listGiftIdsWaitingOf,
  lockGiftsWaiting,
} from './store/gifts.ts';
import type { Issuing, Receipt } from './types.ts';

/**
 * Whoever wishes for a receipt for each gift has it as soon as the money has come in. When some of it goes back, the receipt
 * is void by itself, and there is another for what is left.
 */
export const receiptListeners = ({ publicUrl }: GivingServices): readonly Listener[] => [
  givingEvents.hear({
    event: 'giving.gift.received',
    name: 'giving.receipt',
    handle: ({ ids }, { db, clock }) =>
      inTransaction(db, (tx) => giveIfWished(tx, publicUrl, { giftId: ids.giftId, now: clock() })),
  }),
  givingEvents.hear({
    event: 'giving.gift.returned',
    name: 'giving.receipt-back',
    handle: ({ ids: { giftId } }, { db, clock }) =>
      inTransaction(db, async (tx) => {
        const now = clock();
        const id = await findReceiptToVoid(tx, giftId);
        const voided = id ? await voidReceipt(tx, { id, reason: '', by: null, now }) : null;
        if (voided?.ok) await giveAnother(tx, publicUrl, { receipt: voided.value, now });
        else await giveIfWished(tx, publicUrl, { giftId, now });
      }),
  }),
];

/** Gives a gift its receipt where its donor wishes for one each. Done twice, it does nothing. */
export async function giveIfWished(
  tx: Tx,
  publicUrl: string,
  { giftId, now }: { readonly giftId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const gift = await findGiftWaiting(tx, giftId);
  const donor = gift && (await findDonor(tx, gift.donorId));
  if (!gift || donor?.receiptWish !== 'each') return;
  await give(tx, publicUrl, { donor, gifts: [gift], calendarYear: null, by: null, now });
}

/** Gives all gifts of a donor their receipts, now that their name can be printed, where they wish for one each. */
export async function giveWhatWaited(
  tx: Tx,
  publicUrl: string,
  { donorId, now }: { readonly donorId: string; readonly now: Temporal.Instant },
): Promise<void> {
  for (const giftId of await listGiftIdsWaitingOf(tx, donorId))
    await giveIfWished(tx, publicUrl, { giftId, now });
}

/** For what is left of a receipt's gifts: of a whole year too, without another run. */
async function giveAnother(
  tx: Tx,
  publicUrl: string,
  { receipt, now }: { readonly receipt: Receipt; readonly now: Temporal.Instant },
): Promise<void> {
  const gifts = await lockGiftsWaiting(tx, await listGiftIdsOf(tx, receipt.id));
  const donor = await findDonor(tx, receipt.donorId);
  if (!donor || gifts.length === 0) return;
  await give(tx, publicUrl, { donor, gifts, calendarYear: receipt.calendarYear, by: null, now });
}

async function give(tx: Tx, publicUrl: string, issuing: Issuing): Promise<void> {
  const issued = await issueReceipt(tx, publicUrl, issuing);
  // It stays among those that wait; what stands in its way is the donor's to mend where it is of their name or address.
  if (issued.ok || !issued.refusal.field) return;
  const { donor, gifts, calendarYear } = issuing;
  await mailNameNeeded(tx, { donor, publicUrl, calendarYear, key: gifts[0]?.id ?? '' });
}
