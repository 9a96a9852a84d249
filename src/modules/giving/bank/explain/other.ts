import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { book, explained, moved } from '../../ledger/book.ts';
import { byFund } from '../../ledger/by-fund.ts';
import type { Account, Fund, TransactionKind } from '../../types.ts';
import { insertExplanation } from '../store/explanations.ts';
import { moveLine } from '../store/lines.ts';
import type { Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';

/** What money in can be that is no gift: income, what others held for us, and what is owed back. */
export const INCOME_ACCOUNTS = [
  'program_fees',
  'membership_fees',
  'grants',
  'other_income',
  'in_transit',
  'platforms',
  'with_programs',
  'cash',
  'owed',
] as const satisfies readonly Account[];
export type IncomeAccount = (typeof INCOME_ACCOUNTS)[number];

/** What money out can be: an expense, what was owed back, or cash. */
export const EXPENSE_ACCOUNTS = [
  'program_costs',
  'office_costs',
  'payment_fees',
  'owed',
  'cash',
] as const satisfies readonly Account[];
export type ExpenseAccount = (typeof EXPENSE_ACCOUNTS)[number];

/** What stands there is of funds already: those go along, whichever was chosen. */
const IS_OF_FUNDS: ReadonlySet<Account> = new Set(['in_transit', 'with_programs']);

const KIND_OF: Readonly<Record<IncomeAccount, TransactionKind>> = {
  program_fees: 'income',
  membership_fees: 'income',
  grants: 'income',
  other_income: 'income',
  in_transit: 'payout',
  platforms: 'payout',
  with_programs: 'transfer',
  cash: 'transfer',
  owed: 'transfer',
};

/** Explains a line as money that is no gift; what was held for us until now is of the funds for which it was taken. */
export async function explainAsOther(
  tx: Tx,
  on: Deciding & { readonly account: IncomeAccount; readonly fund: Fund },
): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, { state: 'unexplained', kind: 'in' });
  if (!line.ok) return line;
  const { amount } = line.value;
  const parts = IS_OF_FUNDS.has(on.account)
    ? await byFund(tx, on.account, amount)
    : [{ fund: on.fund, amount }];
  const entries = parts.flatMap((part) => explained(part.amount, part.fund, on.account));
  await bookLine(tx, line.value, { ...on, kind: 'other', transaction: KIND_OF[on.account], entries });
  return accept(null);
}

/** Books a line that leaves the account as an expense, as what was owed, or as cash. */
export async function bookExpense(
  tx: Tx,
  on: Deciding & { readonly account: ExpenseAccount; readonly fund: Fund },
): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, { state: 'out', kind: 'out' });
  if (!line.ok) return line;
  const isExpense = on.account !== 'owed' && on.account !== 'cash';
  const entries = moved(-line.value.amount, on.fund, { from: 'bank', to: on.account });
  const transaction = isExpense ? 'expense' : 'transfer';
  await bookLine(tx, line.value, { ...on, kind: 'expense', transaction, entries });
  return accept(null);
}

/** Says that a line that leaves the account is in the books already, written by hand. */
export async function isBookedElsewhere(tx: Tx, on: Deciding): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, { state: 'out', kind: 'out' });
  if (!line.ok) return line;
  const { id: lineId, amount } = line.value;
  const { by } = on;
  const told = { lineId, kind: 'elsewhere', explainedBy: 'person', amount, transactionId: null, by } as const;
  await insertExplanation(tx, told);
  await moveLine(tx, lineId, { state: 'explained' });
  return accept(null);
}

async function bookLine(
  tx: Tx,
  line: Line,
  what: Pick<Deciding, 'by'> & {
    readonly kind: 'other' | 'expense';
    readonly account: Account;
    readonly transaction: TransactionKind;
    readonly entries: ReturnType<typeof moved>;
  },
): Promise<void> {
  const { by, kind, account, entries } = what;
  const source = `bank:${line.id}:${line.version}:0`;
  const transactionId = await book(tx, {
    kind: what.transaction,
    occurredOn: line.day,
    source,
    entries,
    by,
  });
  if (transactionId === null) throw new Error(`${source} is booked already`);
  const { id: lineId, amount } = line;
  await insertExplanation(tx, { lineId, kind, explainedBy: 'person', amount, account, transactionId, by });
  await moveLine(tx, lineId, { state: 'explained' });
}
