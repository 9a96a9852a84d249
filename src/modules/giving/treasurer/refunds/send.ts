import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { findGift } from '../../gifts/store.ts';
import { LOOK } from '../../payments/notices/hear.ts';
import type { Provider } from '../../payments/provider.ts';
import type { GivingServices } from '../../services.ts';
import { findRefund, lockRefund, markRefundFailed, moveRefund } from '../store/refunds.ts';
import { SEND_REFUND } from './commands.ts';

/**
 * Sends an approved refund back by the payment provider: asked outside a transaction, under a key by which asking again sends
 * nothing more, and not where it is there already, since the provider forgets keys after a day. What went back is booked when
 * the provider tells of it, which is looked up at once; what it refuses has failed.
 */
export const sendRefundTask = ({ payments }: Pick<GivingServices, 'payments'>): Task => ({
  name: SEND_REFUND,
  async run(payload, { db }) {
    const { refundId } = payload as { readonly refundId: string };
    const found = await findApproved(db, refundId);
    if (!found) return;
    if (!payments) throw new Error('a refund of a card waits for a payment provider');
    const { charge, amount } = found;
    const isThere = await wasSent(payments, charge, refundId);
    const answer = isThere ? 'sent' : await payments.refund(charge, { amount, key: refundId });
    await inTransaction(db, async (tx) => {
      const refund = await lockRefund(tx, refundId);
      if (answer === 'refused') await markRefundFailed(tx, refundId);
      else if (refund?.state === 'approved') await moveRefund(tx, refundId, { state: 'sent' });
      const at = { kind: 'charge', objectId: charge };
      await addJob(tx, LOOK, at, { key: `${LOOK}:${charge}` });
    });
  },
});

async function wasSent(payments: Provider, charge: string, key: string): Promise<boolean> {
  const seen = await payments.look({ kind: 'charge', objectId: charge });
  return seen?.kind === 'charge' && seen.charge.refunds.some((refund) => refund.key === key);
}

async function findApproved(db: Database, refundId: string) {
  const refund = await findRefund(db, refundId);
  const gift = refund && (await findGift(db, refund.giftId));
  if (!gift?.providerCharge || refund?.state !== 'approved') return null;
  return { charge: gift.providerCharge, amount: refund.amount };
}
