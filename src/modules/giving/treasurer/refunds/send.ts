import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { lockGift } from '../../gifts/store.ts';
import { LOOK } from '../../payments/notices/hear.ts';
import type { GivingServices } from '../../services.ts';
import { lockRefund, moveRefund } from '../store/refunds.ts';
import { SEND_REFUND } from './commands.ts';

/**
 * Sends an approved refund back by the card provider: asked outside a transaction, under a key by which asking again sends
 * nothing more. What went back is booked when the provider tells of it, which is looked up at once.
 */
export const sendRefundTask = ({ payments }: Pick<GivingServices, 'payments'>): Task => ({
  name: SEND_REFUND,
  async run(payload, { db }) {
    const { refundId } = payload as { readonly refundId: string };
    const found = await findApproved(db, refundId);
    if (!found) return;
    if (!payments) throw new Error('a refund of a card waits for a payment provider');
    const { charge, amount } = found;
    await payments.refund(charge, { amount, key: refundId });
    await inTransaction(db, async (tx) => {
      const refund = await lockRefund(tx, refundId);
      if (refund?.state === 'approved') await moveRefund(tx, refundId, { state: 'sent' });
      const at = { kind: 'charge', objectId: charge };
      await addJob(tx, LOOK, at, { key: `${LOOK}:${charge}` });
    });
  },
});

function findApproved(db: Database, refundId: string) {
  return inTransaction(db, async (tx) => {
    const refund = await lockRefund(tx, refundId);
    const gift = refund && (await lockGift(tx, refund.giftId));
    if (!refund || !gift?.providerCharge || refund.state !== 'approved') return null;
    return { charge: gift.providerCharge, amount: refund.amount };
  });
}
