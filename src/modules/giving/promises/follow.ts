import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import type { Provider } from '../payments/provider.ts';
import type { GivingServices } from '../services.ts';
import { FOLLOW } from './doing.ts';
import { findPromise, markTold } from './store/promises.ts';
import type { MonthlyPromise } from './types.ts';

/**
 * The job by which the provider's subscription follows what stands here: each call says how it shall be, so that it may be
 * said again after a crash. What was changed while it was said is said next.
 */
export function followTask({ payments }: Pick<GivingServices, 'payments'>): Task {
  return {
    name: FOLLOW,
    async run(payload, { db }) {
      const { promiseId } = payload as { promiseId: string };
      for (;;) {
        const promise = await findPromise(db, promiseId);
        if (!promise?.untoldSince || !promise.subscription) return;
        if (!payments) throw new Error('nobody takes payments, and a promise is to be told');
        await tell(payments, promise, promise.subscription);
        if (await inTransaction(db, (tx) => markTold(tx, promise))) return;
      }
    },
  };
}

async function tell(
  provider: Provider,
  { state, amount }: MonthlyPromise,
  subscription: string,
): Promise<void> {
  if (state === 'cancelled') return provider.stopMonthly(subscription);
  await provider.changeMonthly(subscription, amount);
  await (state === 'paused' ? provider.pauseMonthly(subscription) : provider.resumeMonthly(subscription));
}
