import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../../platform/database/connect.ts';
import { hearNotice } from '../notices/hear.ts';
import type { Notice } from '../provider.ts';
import { insertPractice, kindOf, type PracticeObject, updatePractice } from '../store/practice.ts';

export const PRESSES = ['pay', 'fail', 'close', 'next_month', 'repair'] as const;
export type Press = (typeof PRESSES)[number];

/** What can be pressed at a page of the practice provider as it is now. */
export function pressesOf({ id, state, attempts }: PracticeObject): readonly Press[] {
  if (kindOf(id) === 'cs') return state === 'open' ? ['pay', 'fail', 'close'] : [];
  if (kindOf(id) !== 'sub' || state === 'cancelled' || state === 'paused') return [];
  return attempts > 0 ? ['repair', 'fail'] : ['next_month', 'fail'];
}

/** Does what somebody has pressed, and tells of it as Stripe tells: by notices, which are looked up later. */
export async function press(
  tx: Tx,
  at: PracticeObject,
  pressed: Press,
  now: Temporal.Instant,
): Promise<void> {
  const tell = async (type: string, kind: Notice['kind'], objectId: string) => {
    const id = `evt_practice_${randomBytes(16).toString('hex')}`;
    await hearNotice(tx, { id, type, kind, objectId, at: now }, now);
  };
  const charge = async (state: 'succeeded' | 'failed', subscription: string | null) => {
    const { reference, channel, amount_jpy } = at;
    const id = await insertPractice(tx, 'ch', {
      reference,
      channel,
      amount_jpy,
      state,
      subscription,
      made_at: now,
    });
    await tell(`charge.${state}`, 'charge', id);
  };
  const set = (changes: Parameters<typeof updatePractice>[2]) =>
    updatePractice(tx, at.id, { ...changes, changed_at: now });
  if (kindOf(at.id) === 'sub') {
    const failed = pressed === 'fail';
    await charge(failed ? 'failed' : 'succeeded', at.id);
    await set(failed ? { state: 'past_due', attempts: at.attempts + 1 } : { state: 'active', attempts: 0 });
    return tell(failed ? 'invoice.payment_failed' : 'invoice.paid', 'subscription', at.id);
  }
  if (pressed === 'fail') return charge('failed', null);
  if (pressed === 'close') {
    await set({ state: 'expired' });
    return tell('checkout.session.expired', 'checkout', at.id);
  }
  const subscription = isMonthly(at) ? await subscribe(tx, at, now) : null;
  await set({ state: 'paid', subscription });
  if (subscription) await tell('customer.subscription.created', 'subscription', subscription);
  await tell('checkout.session.completed', 'checkout', at.id);
  await charge('succeeded', subscription);
}

/** Whether a page begins a monthly payment. */
export const isMonthly = ({ reference }: PracticeObject): boolean => reference.startsWith('promise:');

function subscribe(
  tx: Tx,
  { reference, amount_jpy }: PracticeObject,
  now: Temporal.Instant,
): Promise<string> {
  return insertPractice(tx, 'sub', { reference, channel: 'card', amount_jpy, state: 'active', made_at: now });
}
