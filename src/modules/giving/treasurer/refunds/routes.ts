import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { day, requiredText, wholeNumber } from '../../../../platform/web/form-fields.ts';
import {
  type Call,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { giftPage } from '../../gifts/page.tsx';
import { givingPaths } from '../../paths.ts';
import { MOST_YEN } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import type { Refund } from '../store/refunds.ts';
import { approveRefund, askRefund, payRefund, refuseRefund } from './commands.ts';
import { refundListRoutes } from './list.tsx';

type DecisionCall = Call<{ readonly id: string }, unknown, Tx>;
type Said = 'refund_was_approved' | 'refund_was_refused' | 'refund_was_paid';

/** Refunds: asked for by a treasurer, decided by another or an administrator, paid by hand or by the payment provider. */
export const refundRoutes: readonly Route[] = [
  ...refundListRoutes,
  post({
    path: givingPaths.giftRefund,
    access: ['treasurer'],
    audit: 'giving.refund.asked',
    form: z.object({ amount: wholeNumber(1, MOST_YEN), refundReason: requiredText(500) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const by = { personId: actor.personId, now };
      const asked = await askRefund(db, {
        giftId: params.id,
        amount: fields.amount,
        reason: fields.refundReason,
        by,
      });
      if (!asked.ok) return refusedBy(asked.refusal);
      await audit({ object: { kind: 'giving.gift', id: params.id } });
      const text = givingStaffMessages.in(locale).noted('refund_was_asked');
      return redirect(givingPaths.refunds(), { tone: 'done', text });
    },
    again: giftPage,
  }),
  post({
    path: givingPaths.refundApproval,
    access: ['treasurer', 'administrator'],
    audit: 'giving.refund.approved',
    proof: 'fresh',
    handle: (call) =>
      decided(call, approveRefund(call.db, call.params.id, byOf(call)), 'refund_was_approved'),
  }),
  post({
    path: givingPaths.refundRefusal,
    access: ['treasurer', 'administrator'],
    audit: 'giving.refund.refused',
    handle: (call) => decided(call, refuseRefund(call.db, call.params.id, byOf(call)), 'refund_was_refused'),
  }),
  post({
    path: givingPaths.refundPayment,
    access: ['treasurer'],
    audit: 'giving.refund.paid',
    form: z.object({ paidOn: day }),
    handle: (call) =>
      decided(
        call,
        payRefund(call.db, call.params.id, { paidOn: call.fields.paidOn, by: byOf(call) }),
        'refund_was_paid',
      ),
  }),
];

const byOf = ({ actor, now }: Pick<DecisionCall, 'actor' | 'now'>) => ({ personId: actor.personId, now });

async function decided(
  { locale, audit }: Pick<DecisionCall, 'locale' | 'audit'>,
  doing: Promise<Outcome<Refund>>,
  says: Said,
): Promise<Reply> {
  const done = await doing;
  if (!done.ok) return refusedBy(done.refusal);
  await audit({ object: { kind: 'giving.gift', id: done.value.giftId } });
  return redirect(givingPaths.refunds(), {
    tone: 'done',
    text: givingStaffMessages.in(locale).noted(says),
  });
}
