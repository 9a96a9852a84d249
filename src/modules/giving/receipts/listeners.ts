import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { findDonor } from '../donors/store.ts';
import { givingEvents } from '../events.ts';
import type { GivingServices } from '../services.ts';
import { voidReceipt } from './change.ts';
import { issueReceipt } from './issue.ts';
import { mailNameNeeded } from './mail.ts';
import { findGiftWaiting, findReceiptToVoid } from './store/gifts.ts';

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
        if (id) await voidReceipt(tx, { id, reason: '', by: null, now });
        await giveIfWished(tx, publicUrl, { giftId, now });
      }),
  }),
];

async function giveIfWished(
  tx: Tx,
  publicUrl: string,
  { giftId, now }: { readonly giftId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const gift = await findGiftWaiting(tx, giftId);
  const donor = gift && (await findDonor(tx, gift.donorId));
  if (!gift || donor?.receiptWish !== 'each') return;
  const issuing = { donor, gifts: [gift], calendarYear: null, by: null, now };
  const issued = await issueReceipt(tx, publicUrl, issuing);
  // It stays among those that wait, and the donor can mend what stands in its way.
  if (!issued.ok && issued.refusal.code !== 'receipt_gift_not_free')
    await mailNameNeeded(tx, { donor, publicUrl, calendarYear: null, key: giftId });
}
