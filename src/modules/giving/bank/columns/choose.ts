import { guessColumns } from '../../../../kits/bank-files/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { keepColumns, listAccounts, lockAccount } from '../store/accounts.ts';
import { chooseAccount, lockImport, readContent } from '../store/imports.ts';
import type { KeptAccount } from '../types.ts';
import { type ChosenColumns, NEW_ACCOUNT, toAccount, toColumns } from './form.ts';

/** Says whose table a file is and which column is which, kept for the account's next ones. */
export async function chooseColumns(
  tx: Tx,
  on: { readonly importId: string; readonly chosen: ChosenColumns; readonly now: Temporal.Instant },
): Promise<Outcome<null>> {
  const file = await lockImport(tx, on.importId);
  if (!file) return refuse('bank_file_is_unknown');
  if (file.state === 'taken_in') return refuse('bank_file_is_taken_in');
  const bytes = await readContent(tx, file.id);
  if (!bytes) return refuse('bank_file_is_forgotten');
  const table = guessColumns(bytes);
  if (!table.ok) return table;
  const columns = toColumns(on.chosen, table.value.lines);
  if (!columns.ok) return columns;
  const account = await accountOf(tx, on);
  if (!account.ok) return account;
  await keepColumns(tx, account.value.id, columns.value);
  await chooseAccount(tx, file.id, account.value.id);
  return accept(null);
}

async function accountOf(
  tx: Tx,
  { chosen, now }: { readonly chosen: ChosenColumns; readonly now: Temporal.Instant },
): Promise<Outcome<KeptAccount>> {
  if (chosen.account !== NEW_ACCOUNT) {
    const known = (await listAccounts(tx)).find(({ id }) => id === chosen.account);
    return known ? accept(known) : refuse('bank_choose_an_account', {}, 'account');
  }
  const typed = toAccount(chosen);
  return typed.ok ? accept(await lockAccount(tx, typed.value, now)) : typed;
}
