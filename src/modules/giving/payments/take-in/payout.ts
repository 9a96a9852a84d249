import type { Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { book, moved, takeBack } from '../../ledger/book.ts';
import { byFund } from '../../ledger/by-fund.ts';
import { findTransactionId } from '../../ledger/store/write.ts';
import type { Entry } from '../../ledger/types.ts';
import type { PayoutFacts } from '../provider.ts';

/**
 * Books what the provider has paid out to our bank, of each fund what it has there: it is on its way until the line of the
 * bank's file says that it is there. What came back is taken back on the day on which it is heard.
 */
export async function takeInPayout(tx: Tx, payout: PayoutFacts, now: Temporal.Instant): Promise<void> {
  const by = { personId: null, now };
  const source = `payout:${payout.id}`;
  if (payout.state === 'paid' && payout.amount > 0) {
    const entries = await entriesOf(tx, payout);
    await book(tx, { kind: 'payout', occurredOn: dayInJapan(payout.at), source, entries, by });
  }
  if (payout.state !== 'failed') return;
  const booked = await findTransactionId(tx, source);
  if (booked) await takeBack(tx, booked, { kind: 'correction', occurredOn: dayInJapan(now), by });
}

async function entriesOf(tx: Tx, { amount, fee }: PayoutFacts): Promise<Entry[]> {
  const parts = await byFund(tx, 'payment_provider', amount);
  const entries = parts.flatMap((part) =>
    moved(part.amount, part.fund, { from: 'payment_provider', to: 'in_transit' }),
  );
  return fee > 0
    ? [...entries, ...moved(fee, 'general', { from: 'payment_provider', to: 'payment_fees' })]
    : entries;
}
