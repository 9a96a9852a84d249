import { widenKana } from '../../../japanese/kana.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { ReadDay } from '../days.ts';
import type { AccountKind, BankAccount, BankStatement } from '../line.ts';
import { BLANK_DAY, fieldOf } from './fields.ts';
import { MOVEMENTS, NOTICE } from './layouts.ts';
import type { BankRecord } from './records.ts';

/** 01 or 03, the account, its name and the period. */
export type Header = Omit<BankStatement, 'lines'> & { readonly kind: '01' | '03' };

const DEPOSITS: Readonly<Record<string, AccountKind>> = {
  1: 'ordinary',
  2: 'current',
  4: 'savings',
  9: 'other',
};
/** Deposits at notice, for a term and by installments: in 03 their data have another layout. */
const OTHER_LAYOUT = /^[567]$/;
const EBCDIC = '1';

/** Refuses other kinds of files and accounts, and an account that is not told whole. */
export function readHeader(record: BankRecord, readDay: ReadDay): Outcome<Header> {
  const { line } = record;
  const kind = fieldOf(record, NOTICE.header.kind);
  if (kind !== '01' && kind !== '03') return refuse('bank_file_is_of_another_kind', { line, kind });
  if (fieldOf(record, NOTICE.header.code) === EBCDIC) return refuse('bank_file_is_ebcdic');
  const fields = (kind === '01' ? NOTICE : MOVEMENTS).header;
  const deposit = fieldOf(record, fields.deposit);
  if (OTHER_LAYOUT.test(deposit)) return refuse('bank_deposit_has_another_layout', { line, deposit });
  const account = accountOf(
    {
      bank: fieldOf(record, fields.bank),
      branch: fieldOf(record, fields.branch),
      number: fieldOf(record, fields.number),
    },
    DEPOSITS[deposit],
  );
  if (!account) return refuse('bank_account_is_unreadable', { line });
  const [from, to] = [fields.from, fields.to].map((place) =>
    BLANK_DAY.test(fieldOf(record, place)) ? accept(null) : readDay(fieldOf(record, place), line),
  );
  if (!from?.ok) return from ?? refuse('bank_account_is_unreadable', { line });
  if (!to?.ok) return to ?? refuse('bank_account_is_unreadable', { line });
  const holder = widenKana(fieldOf(record, fields.holder));
  return accept({ kind, account, holder, from: from.value, to: to.value });
}

function accountOf(
  { bank, branch, number }: { readonly bank: string; readonly branch: string; readonly number: string },
  kind: AccountKind | undefined,
): BankAccount | null {
  if (!kind || !/^\d{4}$/.test(bank) || !/^\d{3}$/.test(branch) || !/^\d{1,10}$/.test(number)) return null;
  return { bank, branch, kind, number: number.replace(/^0+/, '').padStart(7, '0') };
}
