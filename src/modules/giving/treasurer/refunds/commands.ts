import type { Tx } from '../../../../platform/database/connect.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { ACCOUNT_OF } from '../../gifts/channels.ts';
import { returnGift } from '../../gifts/return.ts';
import { lockGift } from '../../gifts/store.ts';
import type { Gift } from '../../gifts/types.ts';
import { mayBookOn } from '../../ledger/open-day.ts';
import type { By } from '../../types.ts';
import {
  findRefund,
  insertRefund,
  lockRefund,
  moveRefund,
  type Refund,
  sumRefunds,
} from '../store/refunds.ts';
import { refundSetting } from './setting.ts';

/** The job that sends one back by the payment provider. */
export const SEND_REFUND = 'giving-send-refund';

interface Asking {
  readonly giftId: string;
  readonly amount: number;
  readonly reason: string;
  readonly by: By;
}

/**
 * Asks for money of a gift to go back. As long as all that was asked for of the gift is up to the limit of the setting, it is
 * approved by that: nobody goes round the limit in parts. Refuses more than is left of the gift beside what is under way.
 */
export async function askRefund(tx: Tx, { giftId, amount, reason, by }: Asking): Promise<Outcome<Gift>> {
  const gift = await lockGift(tx, giftId);
  if (!gift) return refuse('there_is_no_such_gift');
  const { waiting, together } = await sumRefunds(tx, giftId);
  // What was sent may not have gone back yet.
  const left = gift.amount - Math.max(gift.returned + waiting, together);
  if (amount > left) return refuse('refund_is_more_than_is_left', { left }, 'amount');
  const { alone } = await readSetting(tx, refundSetting);
  const needsSecond = together + amount > alone;
  const id = await insertRefund(tx, { giftId, amount, reason, needsSecond, by });
  if (!needsSecond) await sendByProvider(tx, gift, id);
  return accept(gift);
}

/** Approves it, as somebody else than whoever asked. Refuses the same person, and one that is decided. */
export function approveRefund(tx: Tx, id: string, by: By): Promise<Outcome<Refund>> {
  return decide(tx, id, async (refund, gift) => {
    if (refund.state !== 'asked') return refuse('refund_is_decided');
    if (refund.askedBy === null || refund.askedBy === by.personId) return refuse('refund_needs_another');
    await moveRefund(tx, id, { state: 'approved', by });
    await sendByProvider(tx, gift, id);
    return accept(refund);
  });
}

/** Refuses it, takes back what one has asked for, or puts away one that failed. Refuses one that was paid or is on its way. */
export function refuseRefund(tx: Tx, id: string, by: By): Promise<Outcome<Refund>> {
  return decide(tx, id, async (refund, gift) => {
    if (!mayBeRefused(refund.state, gift)) return refuse('refund_is_decided');
    await moveRefund(tx, id, { state: 'refused', by });
    return accept(refund);
  });
}

/** Of a card, what is approved may be on its way already. */
export function mayBeRefused(
  state: Refund['state'],
  { providerCharge }: Pick<Gift, 'providerCharge'>,
): boolean {
  return state === 'asked' || state === 'failed' || (state === 'approved' && providerCharge === null);
}

async function decide(
  tx: Tx,
  id: string,
  how: (refund: Refund, gift: Gift) => Promise<Outcome<Refund>>,
): Promise<Outcome<Refund>> {
  const found = await findRefund(tx, id);
  const gift = found && (await lockGift(tx, found.giftId));
  const refund = gift && (await lockRefund(tx, id));
  return refund ? how(refund, gift) : refuse('there_is_no_such_refund');
}

async function sendByProvider(tx: Tx, { providerCharge }: Gift, refundId: string): Promise<void> {
  if (providerCharge !== null)
    await addJob(tx, SEND_REFUND, { refundId }, { key: `${SEND_REFUND}:${refundId}` });
}

/** Books one that was paid by hand. Refuses one that is not approved, of a card, or on a day to come or closed. */
export function payRefund(
  tx: Tx,
  id: string,
  { paidOn, by }: { readonly paidOn: Temporal.PlainDate; readonly by: By },
): Promise<Outcome<Refund>> {
  return decide(tx, id, async (refund, gift) => {
    if (refund.state !== 'approved' || gift.providerCharge !== null)
      return refuse('refund_is_not_to_be_paid');
    const open = await mayBookOn(tx, paidOn, { now: by.now, field: 'paidOn' });
    if (!open.ok) return open;
    if (gift.amount - gift.returned < refund.amount) return refuse('gift_is_returned_already');
    const transactionId = await returnGift(tx, {
      giftId: gift.id,
      source: `refund:${id}`,
      kind: 'refund',
      amount: refund.amount,
      occurredOn: paidOn,
      // Cash is given back by the bank as well: there it can be shown to whom it went.
      from: gift.channel === 'cash' ? 'bank' : ACCOUNT_OF[gift.channel],
      by,
    });
    if (transactionId === null) return refuse('refund_is_not_to_be_paid');
    await moveRefund(tx, id, { state: 'paid', transactionId });
    return accept(refund);
  });
}
