import { z } from 'zod';
import type { BankAccount, BankColumns } from '../../../../kits/bank-files/index.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { text } from '../../../../platform/web/form-fields.ts';

/** A column by its number as people count, from 1; nothing chosen is none. */
const column = z.coerce.number().int().min(1).max(100).nullable().catch(null).default(null);

export const KINDS = ['ordinary', 'current', 'savings', 'other'] as const;
export const NEW_ACCOUNT = 'new';

/** Which parts of a line are chosen, in the order in which they are asked. */
export const PARTS = [
  'day',
  'moneyIn',
  'moneyOut',
  'signed',
  'name',
  'reference',
  'text',
  'balance',
] as const;

/** Whose table it is, and which column is which. */
export const ColumnsForm = z.object({
  account: z.union([z.uuid(), z.literal(NEW_ACCOUNT)], { message: 'bank_choose_an_account' }),
  bank: text(4),
  branch: text(3),
  kind: z.enum(KINDS).catch('ordinary').default('ordinary'),
  number: text(10),
  heads: column,
  day: column,
  moneyIn: column,
  moneyOut: column,
  signed: column,
  name: column,
  reference: column,
  text: column,
  balance: column,
});
export type ChosenColumns = z.output<typeof ColumnsForm>;

/** @param lines the first of the table. Refuses what names no day, no name and no amount, or an amount in two ways. */
export function toColumns(
  chosen: ChosenColumns,
  lines: readonly { readonly cells: readonly string[] }[],
): Outcome<BankColumns> {
  const { day, name, moneyIn, moneyOut, signed } = chosen;
  if (day === null) return refuse('bank_choose_a_column', {}, 'day');
  if (name === null) return refuse('bank_choose_a_column', {}, 'name');
  if (moneyIn === null && signed === null) return refuse('bank_choose_an_amount', {}, 'moneyIn');
  if (signed !== null && (moneyIn !== null || moneyOut !== null))
    return refuse('bank_choose_one_amount', {}, 'signed');
  const from0 = (one: number | null) => (one === null ? null : one - 1);
  const amount = signed === null ? { in: (moneyIn ?? 1) - 1, out: from0(moneyOut) } : { signed: signed - 1 };
  const heads = chosen.heads === null ? null : (lines[chosen.heads - 1]?.cells ?? null);
  return accept({
    heads,
    day: day - 1,
    amount,
    name: [name - 1],
    reference: from0(chosen.reference),
    text: from0(chosen.text),
    balance: from0(chosen.balance),
  });
}

/** The same the other way around: what the form begins with. */
export function fromColumns(
  columns: BankColumns,
  lines: readonly { readonly cells: readonly string[] }[],
): Readonly<Record<string, string>> {
  const { amount, heads } = columns;
  const at = heads ? lines.findIndex(({ cells }) => cells.join('\n') === heads.join('\n')) : -1;
  const from1 = (one: number | null | undefined) =>
    one === null || one === undefined ? '' : String(one + 1);
  return {
    heads: at === -1 ? '' : String(at + 1),
    day: from1(columns.day),
    moneyIn: 'in' in amount ? from1(amount.in) : '',
    moneyOut: 'in' in amount ? from1(amount.out) : '',
    signed: 'signed' in amount ? from1(amount.signed) : '',
    name: from1(columns.name[0]),
    reference: from1(columns.reference),
    text: from1(columns.text),
    balance: from1(columns.balance),
  };
}

/** A new account as somebody typed it. Refuses numbers that no bank has. */
export function toAccount({ bank, branch, kind, number }: ChosenColumns): Outcome<BankAccount> {
  if (!/^\d{4}$/.test(bank)) return refuse('bank_number_of_digits', { digits: 4 }, 'bank');
  if (!/^\d{3}$/.test(branch)) return refuse('bank_number_of_digits', { digits: 3 }, 'branch');
  if (!/^\d{7,10}$/.test(number)) return refuse('bank_number_of_account', {}, 'number');
  return accept({ bank, branch, kind, number });
}
