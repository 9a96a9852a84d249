import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { peopleEvents } from '../../people/index.ts';
import { book, moved } from '../ledger/book.ts';
import { FUNDS } from '../types.ts';

/**
 * A fee that somebody paid a program is in the books, once: as the program's income, for its purpose. Whoever took it holds it
 * until the treasurer finds it at the bank or in the cash box: counting it there as well would count it twice.
 */
export const feesListener: Listener = peopleEvents.hear({
  event: 'people.fee.paid',
  name: 'giving.fees',
  async handle({ ids: { program, feeId, amount, paidOn } }, { db, clock }) {
    const fund = FUNDS.find((one) => one === program) ?? 'general';
    const entries = moved(Number(amount), fund, { from: 'program_fees', to: 'with_programs' });
    const occurredOn = Temporal.PlainDate.from(paidOn);
    const by = { personId: null, now: clock() };
    const source = `fee-paid:${program}:${feeId}`;
    await inTransaction(db, (tx) => book(tx, { kind: 'income', occurredOn, source, entries, by }));
  },
});
