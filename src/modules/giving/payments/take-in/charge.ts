import type { Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { receiveGift } from '../../gifts/receive.ts';
import { bookReturn, settleGift } from '../../gifts/return.ts';
import { type GiftOfCharge, lockGiftByCharge } from '../../gifts/store.ts';
import { book, moved, takeBack } from '../../ledger/book.ts';
import { findTransactionId } from '../../ledger/store/write.ts';
import { findPledge } from '../../pledges/store.ts';
import { findPromise } from '../../promises/store/promises.ts';
import { markRefundFailed } from '../../treasurer/store/refunds.ts';
import type { By, Fund } from '../../types.ts';
import { takeInFailedCard } from '../cards/failed.ts';
import type { ChargeFacts, DisputeMove, Reference, RefundFacts } from '../provider.ts';

/** Books a charge that has succeeded, what the provider keeps of it, what went back and what was disputed; counts one that failed. */
export async function takeInCharge(tx: Tx, charge: ChargeFacts, now: Temporal.Instant): Promise<void> {
  if (charge.state === 'failed') return takeInFailedCard(tx, charge, now);
  if (charge.state !== 'succeeded') return;
  const by = { personId: null, now };
  await bookPayment(tx, charge, by);
  const gift = await lockGiftByCharge(tx, charge.id);
  const fund = gift?.fund ?? 'general';
  if (charge.fee)
    await bookFee(tx, { source: `fee:${charge.id}`, amount: charge.fee, fund, at: charge.at, by });
  for (const refund of charge.refunds) await bookRefund(tx, { refund, gift, by });
  for (const move of charge.dispute?.moves ?? []) await bookMove(tx, { move, gift, by });
  if (gift) await settleGift(tx, gift.id, standingOf(charge));
}

/** Whose it is; nobody's stands among what is not explained, until the treasurer knows. */
async function bookPayment(tx: Tx, charge: ChargeFacts, by: By): Promise<void> {
  const { id, amount, channel, reference } = charge;
  const source = `charge:${id}`;
  const day = dayInJapan(charge.at);
  const giver = reference && (await giverOf(tx, reference));
  if (!giver) {
    const entries = moved(amount, 'general', { from: 'unexplained', to: 'payment_provider' });
    await book(tx, { kind: 'income', occurredOn: day, source, entries, by });
    return;
  }
  const days = { givenOn: day, receivedOn: day };
  const gift = { source, amount, channel, ...days, providerCharge: id, ...giver, by };
  await receiveGift(tx, gift);
}

async function giverOf(tx: Tx, { kind, id }: Reference) {
  const announced = kind === 'promise' ? await findPromise(tx, id) : await findPledge(tx, id);
  if (!announced) return null;
  const { donorId, campaignId, fund, isAnonymous } = announced;
  const kept = kind === 'promise' ? { promiseId: id } : { pledgeId: id };
  return { donorId, ...kept, campaignId, fund, isAnonymous };
}

interface Fee {
  readonly source: string;
  /** Below zero: it is given back. */
  readonly amount: number;
  readonly fund: Fund;
  readonly at: Temporal.Instant;
  readonly by: By;
}

async function bookFee(tx: Tx, { source, amount, fund, at, by }: Fee): Promise<void> {
  const way = { from: 'payment_provider', to: 'payment_fees' } as const;
  await book(tx, { kind: 'fee', occurredOn: dayInJapan(at), source, entries: moved(amount, fund, way), by });
}

interface GoingBack {
  readonly gift: GiftOfCharge | null;
  readonly by: By;
}

/** Each by its own name, whole or a part; one that failed is taken back on the day on which it is heard. */
async function bookRefund(
  tx: Tx,
  { refund, ...of }: GoingBack & { readonly refund: RefundFacts },
): Promise<void> {
  const { amount, at, key } = refund;
  const source = `refund:${refund.id}`;
  if (refund.state !== 'failed') return bookBack(tx, of, { kind: 'refund', source, amount, at });
  if (key) await markRefundFailed(tx, key);
  const booked = await findTransactionId(tx, source);
  if (booked)
    await takeBack(tx, booked, { kind: 'correction', occurredOn: dayInJapan(of.by.now), by: of.by });
}

/** A disputed payment is taken from us, and comes again when we were right; the provider keeps a fee for it. */
async function bookMove(tx: Tx, { move, ...of }: GoingBack & { readonly move: DisputeMove }): Promise<void> {
  const { id, amount, fee, at } = move;
  const { gift, by } = of;
  if (fee !== 0)
    await bookFee(tx, { source: `fee:${id}`, amount: fee, fund: gift?.fund ?? 'general', at, by });
  if (amount !== 0)
    await bookBack(tx, of, { kind: 'charge_back', source: `dispute:${id}`, amount: -amount, at });
}

interface Back {
  readonly kind: 'refund' | 'charge_back';
  readonly source: string;
  /** Below zero: it comes again. */
  readonly amount: number;
  readonly at: Temporal.Instant;
}

/** Money of a charge that goes back: of the gift that it was, or of what nobody has explained. */
async function bookBack(
  tx: Tx,
  { gift, by }: Pick<GoingBack, 'gift' | 'by'>,
  { amount, at, ...back }: Back,
): Promise<void> {
  const way = { from: 'payment_provider', to: gift ? 'donations' : 'unexplained' } as const;
  const entries = moved(amount, gift?.fund ?? 'general', way);
  const booking = { ...back, occurredOn: dayInJapan(at), entries, by };
  await (gift ? bookReturn(tx, gift.id, booking) : book(tx, booking));
}

/** What a gift has become, and how much of it is gone; it is received as long as a part of it stays. */
function standingOf({ amount, refunds, dispute }: ChargeFacts) {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const disputed = Math.max(0, -total((dispute?.moves ?? []).map((move) => move.amount)));
  const refunded = total(refunds.filter(({ state }) => state !== 'failed').map((one) => one.amount));
  const returned = Math.min(amount, refunded + disputed);
  if (returned < amount) return { state: 'received', returned } as const;
  return { state: disputed > 0 ? 'charged_back' : 'refunded', returned } as const;
}
