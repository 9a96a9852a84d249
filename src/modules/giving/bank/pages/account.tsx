import type { BankAccount } from '../../../../kits/bank-files/index.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { givingStaffMessages } from '../../words.ts';

const SHOWN = 3;

/** An account in few words: bank, branch, kind, and the end of its number. */
export function accountInWords(account: BankAccount, locale: Locale): string {
  const t = givingStaffMessages.in(locale);
  const { bank, branch, kind, number } = account;
  const end = number.slice(-SHOWN);
  return t.plain('bank_account_in_words', { bank, branch, kind: t.plain(`bank_kind_${kind}`), end });
}
