import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan, peopleEvents } from '../../people/index.ts';
import { enter, type OnApplication } from '../applications/doing.ts';
import { readyIfComplete } from '../applications/ready.ts';
import type { Application } from '../types.ts';
import { mayAskInstead, maySettle } from './rules.ts';
import { type Fee, lockFee, updateFee } from './store.ts';

interface OnFee extends OnApplication {
  readonly feeId: string;
}

/** Books a fee as paid on a day, and tells whoever keeps the books. Refuses one that is settled, and a day to come. */
export function bookPaid(
  tx: Tx,
  on: OnFee & { readonly paidOn: Temporal.PlainDate },
): Promise<Outcome<Application>> {
  return settle(tx, on, async (fee) => {
    const allowed = maySettle(fee);
    if (!allowed.ok) return allowed;
    if (Temporal.PlainDate.compare(on.paidOn, dayInJapan(on.doer.now)) > 0)
      return refuse('day_is_still_to_come', {}, 'paidOn');
    await updateFee(tx, fee.id, { state: 'paid', settledOn: on.paidOn, by: on.doer.personId });
    const amount = String(fee.amount);
    await peopleEvents.publish(tx, {
      type: 'people.fee.paid',
      ids: { program: 'pairs', feeId: fee.id, amount, paidOn: on.paidOn.toString() },
    });
    return accept(null);
  });
}

/** Asks for another amount in its place; for nothing, it is waived. Refuses more than the fee, and one that is settled. */
export function askInstead(tx: Tx, on: OnFee & { readonly amount: number }): Promise<Outcome<Application>> {
  return settle(tx, on, async (fee) => {
    const { amount, doer } = on;
    const allowed = mayAskInstead(fee, amount);
    if (!allowed.ok) return allowed;
    const settledOn = dayInJapan(doer.now);
    await updateFee(
      tx,
      fee.id,
      amount > 0 ? { state: 'due', amount } : { state: 'waived', amount, settledOn, by: doer.personId },
    );
    return accept(null);
  });
}

async function settle(
  tx: Tx,
  on: OnFee,
  book: (fee: Fee) => Promise<Outcome<null>>,
): Promise<Outcome<Application>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { application } = entered.value;
  const fee = await lockFee(tx, on.feeId);
  if (fee?.applicationId !== application.id) return refuse('there_is_no_fee');
  const booked = await book(fee);
  if (!booked.ok) return booked;
  await readyIfComplete(tx, application.id, on.doer.now);
  return accept(application);
}
