import type { Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { does, note } from './doing.ts';
import { isMilestone } from './rules.ts';
import { countMonths } from './store/lists.ts';
import { lockPromise } from './store/promises.ts';

/** Money came in after a card had failed. */
export const recoverPromise = does('recover', () => accept({ changes: { over_at: null } }));

/**
 * A gift has come in for a promise, whatever state it is in: what had failed goes on, what was stopped stays stopped (and its
 * giver is told that this one was under way), and whole years are thanked for. In the transaction of the gift.
 */
export async function keepPromise(
  tx: Tx,
  {
    promiseId,
    giftId,
    now,
  }: { readonly promiseId: string; readonly giftId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const promise = await lockPromise(tx, promiseId);
  if (!promise) return;
  const doer = { party: 'provider', personId: null, now } as const;
  const { state } = promise;
  if (state === 'cancelled') {
    const on = { doer, once: `gift:${giftId}` };
    await note(tx, { promise, act: 'pay_late', from: state, to: state, on }, 'donor');
  }
  if (state === 'card_failed' || state === 'lapsed')
    await recoverPromise(tx, { promiseId, doer, once: `gift:${giftId}` });
  const months = await countMonths(tx, promiseId);
  if (!isMilestone(months)) return;
  const on = { doer: { party: 'house', personId: null, now }, once: `months:${months}` } as const;
  const to = state === 'card_failed' || state === 'lapsed' ? 'active' : state;
  await note(tx, { promise, act: 'thank', from: to, to, on }, 'donor');
}
