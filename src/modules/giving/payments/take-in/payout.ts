import type { Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { book, takeBack } from '../../ledger/book.ts';
import { findTransactionId, listBalances } from '../../ledger/store/write.ts';
import type { Entry } from '../../ledger/types.ts';
import { FUNDS } from '../../types.ts';
import type { PayoutFacts } from '../provider.ts';

/**
 * Books what the provider has paid out to our bank: it is on its way until the line of the bank's file says that it is there.
 * What came back is taken back.
 */
export async function takeInPayout(tx: Tx, payout: PayoutFacts, now: Temporal.Instant): Promise<void> {
  const by = { personId: null, now };
  const occurredOn = dayInJapan(payout.at);
  const source = `payout:${payout.id}`;
  if (payout.state === 'paid' && payout.amount > 0) {
    const entries = await entriesOf(tx, payout);
    await book(tx, { kind: 'payout', occurredOn, source, entries, by });
  }
  if (payout.state !== 'failed') return;
  const booked = await findTransactionId(tx, source);
  if (booked) await takeBack(tx, booked, { kind: 'correction', occurredOn, by });
}

/** Of each fund what it has at the provider, as far as the payout reaches; the rest is of no fund. */
async function entriesOf(tx: Tx, { amount, fee }: PayoutFacts): Promise<Entry[]> {
  const balances = await listBalances(tx, 'payment_provider');
  let left = amount;
  const entries: Entry[] = [];
  const move = (fund: Entry['fund'], part: number) => {
    left -= part;
    entries.push(
      { account: 'in_transit', fund, amount: part },
      { account: 'payment_provider', fund, amount: -part },
    );
  };
  for (const fund of FUNDS) {
    const part = Math.min(left, balances.get(fund) ?? 0);
    if (part > 0) move(fund, part);
  }
  if (left > 0) move('general', left);
  if (fee > 0)
    entries.push(
      { account: 'payment_fees', fund: 'general', amount: fee },
      { account: 'payment_provider', fund: 'general', amount: -fee },
    );
  return entries;
}
