import {
  type BankAccount,
  type BankLine,
  isZenginFile,
  readBankFile,
  readBankTable,
} from '../../../../kits/bank-files/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import { isSameAccount, listAccounts } from '../store/accounts.ts';
import { readContent } from '../store/imports.ts';
import type { KeptImport, Source } from '../types.ts';

/** What a file tells of one account. */
export interface Told {
  readonly account: BankAccount;
  readonly lines: readonly BankLine[];
}

/** What kind of file it is, by its first bytes. */
export function sourceOf(bytes: Uint8Array): Source {
  if (!isZenginFile(bytes)) return 'csv';
  return new TextDecoder().decode(bytes.subarray(0, 7)).startsWith('103') ? '03' : '01';
}

/**
 * A file that was brought, account by account. Refuses what the kit refuses, a file that is taken in or was forgotten, and
 * a table before somebody has said whose it is and which column is which.
 */
export async function readImport(db: Database, file: KeptImport): Promise<Outcome<readonly Told[]>> {
  if (file.state === 'taken_in') return refuse('bank_file_is_taken_in');
  const bytes = await readContent(db, file.id);
  if (!bytes) return refuse('bank_file_is_forgotten');
  const importDay = dayInJapan(file.readAt);
  if (file.source !== 'csv') {
    const read = readBankFile(bytes, importDay);
    return read.ok ? accept(together(read.value)) : read;
  }
  const account = (await listAccounts(db)).find(({ id }) => id === file.accountId);
  if (!account?.columns) return refuse('bank_columns_are_missing');
  const read = readBankTable(bytes, { account, columns: account.columns, importDay });
  return read.ok ? accept(together([read.value])) : read;
}

/** A file may tell several times of one account. */
function together(statements: readonly Told[]): readonly Told[] {
  const all: { account: BankAccount; lines: BankLine[] }[] = [];
  for (const { account, lines } of statements) {
    const same = all.find((one) => isSameAccount(one.account, account));
    if (same) same.lines = [...same.lines, ...lines];
    else all.push({ account, lines: [...lines] });
  }
  return all;
}
