import type { Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { receiveGift } from '../../gifts/receive.ts';
import { settleGift } from '../../gifts/return.ts';
import { findGiftByCharge, type GiftOfCharge } from '../../gifts/store.ts';
import { book, moved, takeBack } from '../../ledger/book.ts';
import { findTransactionId } from '../../ledger/store/write.ts';
import { findPledge } from '../../pledges/store.ts';
import { findPromise } from '../../promises/store/promises.ts';
import type { By, Fund } from '../../types.ts';
import type { ChargeFacts, DisputeMove, Reference, RefundFacts } from '../provider.ts';

/** Books a charge that has succeeded, what the provider keeps of it, what went back and what was disputed. */
export async function takeInCharge(tx: Tx, charge: ChargeFacts, now: Temporal.Instant): Promise<void> {
  if (charge.state !== 'succeeded') return;
  const by = { personId: null, now };
  await bookPayment(tx, charge, by);
  const gift = await findGiftByCharge(tx, charge.id);
  const fund = gift?.fund ?? 'general';
  if (charge.fee)
    await bookFee(tx, { source: `fee:${charge.id}`, amount: charge.fee, fund, at: charge.at, by });
  for (const refund of charge.refunds) await bookRefund(tx, { refund, charge, gift, by });
  for (const move of charge.dispute?.moves ?? []) await bookMove(tx, { move, charge, gift, by });
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
  readonly charge: ChargeFacts;
  readonly gift: GiftOfCharge | null;
  readonly by: By;
}

/** All of it is the mirror image of the gift, a part a transaction of its own; one that failed is taken back. */
async function bookRefund(
  tx: Tx,
  { refund, charge, gift, by }: GoingBack & { readonly refund: RefundFacts },
): Promise<void> {
  const occurredOn = dayInJapan(refund.at);
  const source = `refund:${refund.id}`;
  const isWhole = refund.amount === charge.amount;
  if (isWhole && gift && refund.state !== 'failed') {
    await takeBack(tx, gift.transactionId, { kind: 'refund', occurredOn, by });
    return;
  }
  const way = { from: 'payment_provider', to: gift ? 'donations' : 'unexplained' } as const;
  const entries = moved(refund.amount, gift?.fund ?? 'general', way);
  if (refund.state !== 'failed') {
    await book(tx, { kind: 'refund', occurredOn, source, entries, by });
    return;
  }
  const back = isWhole && gift ? `back:${gift.transactionId}` : source;
  const booked = await findTransactionId(tx, back);
  if (booked) await takeBack(tx, booked, { kind: 'correction', occurredOn, by });
}

/** A disputed payment is taken from us, and comes again when we were right; the provider keeps a fee for it. */
async function bookMove(
  tx: Tx,
  { move, charge, gift, by }: GoingBack & { readonly move: DisputeMove },
): Promise<void> {
  const { id, amount, fee, at } = move;
  const fund = gift?.fund ?? 'general';
  const occurredOn = dayInJapan(at);
  if (fee !== 0) await bookFee(tx, { source: `fee:${id}`, amount: fee, fund, at, by });
  if (amount === 0) return;
  if (gift && amount === -charge.amount) {
    await takeBack(tx, gift.transactionId, { kind: 'charge_back', occurredOn, by });
    return;
  }
  const way = { from: 'payment_provider', to: gift ? 'donations' : 'unexplained' } as const;
  await book(tx, {
    kind: 'charge_back',
    occurredOn,
    source: `dispute:${id}`,
    entries: moved(-amount, fund, way),
    by,
  });
}

/** What a gift has become (gone back whole, taken back by its payer's bank, or still ours), and how much of it is gone. */
function standingOf({ amount, refunds, dispute }: ChargeFacts) {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const disputed = -total((dispute?.moves ?? []).map((move) => move.amount));
  const refunded = total(refunds.filter(({ state }) => state !== 'failed').map((one) => one.amount));
  const returned = Math.min(amount, refunded + Math.max(0, disputed));
  if (disputed > 0) return { state: 'charged_back', returned } as const;
  return { state: refunded === amount ? 'refunded' : 'received', returned } as const;
}
