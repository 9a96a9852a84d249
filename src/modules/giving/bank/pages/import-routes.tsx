import { z } from 'zod';
import { guessColumns } from '../../../../kits/bank-files/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { chooseColumns } from '../columns/choose.ts';
import { ColumnsForm, fromColumns } from '../columns/form.ts';
import { listAccounts } from '../store/accounts.ts';
import { findImport, readContent } from '../store/imports.ts';
import { previewOf } from '../take-in/preview.ts';
import { readImport } from '../take-in/read.ts';
import { takeIn } from '../take-in/take-in.ts';
import type { KeptImport } from '../types.ts';
import { ImportPage, type ImportProps } from './import.tsx';

type ImportCall = Pick<Call<{ id: string }>, 'db' | 'locale' | 'params'>;
const about = (id: string) => ({ object: { kind: 'giving.bank_import', id } });

/** One file: shown, its columns chosen, taken in. */
export const importRoutes: readonly Route[] = [
  get({
    path: givingPaths.bankImport,
    access: ['treasurer'],
    audit: 'giving.bank.file_viewed',
    seconds: 60,
    async handle(call) {
      const reply = await importPage(call, null);
      if (reply.kind === 'page') await call.audit(about(call.params.id));
      return reply;
    },
  }),
  post({
    path: givingPaths.bankImport,
    access: ['treasurer'],
    audit: 'giving.bank.file_taken_in',
    form: z.object({}),
    seconds: 120,
    async handle({ db, params: { id }, actor, now, audit, locale }) {
      const taken = await takeIn(db, { importId: id, by: { personId: actor.personId, now } });
      if (!taken.ok) return refusedBy(taken.refusal);
      await audit({ ...about(id), detail: { ...taken.value } });
      const text = givingStaffMessages.in(locale).noted('bank_taken_in', { ...taken.value });
      return redirect(givingPaths.bankQueue(), { tone: 'done', text });
    },
    again: (call, form) => importPage(call, form),
  }),
  post({
    path: givingPaths.bankColumns,
    access: ['treasurer'],
    audit: 'giving.bank.columns_chosen',
    form: ColumnsForm,
    seconds: 60,
    async handle({ db, params: { id }, fields, now, audit }) {
      const chosen = await chooseColumns(db, { importId: id, chosen: fields, now });
      if (!chosen.ok) return refusedBy(chosen.refusal);
      await audit(about(id));
      return redirect(givingPaths.bankImport({ id }));
    },
    again: (call, form) => importPage(call, form),
  }),
];

async function importPage(call: ImportCall, form: FormState | null): Promise<Reply> {
  const { db, locale } = call;
  const file = await findImport(db, call.params.id);
  if (!file) return missing();
  const read = await readImport(db, file);
  const told = read.ok ? await previewOf(db, file, read.value) : read;
  const { columns, begin } = await columnsOf(call, file);
  const title = givingStaffMessages.in(locale).plain('bank_import_title');
  return page(title, <ImportPage {...{ file, told, columns }} form={form ?? FormState.fresh(begin)} />);
}

/** What the form of a table's columns begins with: what was kept for its account, or else what its heads seem to be. */
async function columnsOf(
  { db }: ImportCall,
  file: KeptImport,
): Promise<{ columns: ImportProps['columns']; begin: Readonly<Record<string, string>> }> {
  const bytes = file.source === 'csv' ? await readContent(db, file.id) : null;
  const table = bytes && guessColumns(bytes);
  if (!table?.ok) return { columns: null, begin: {} };
  const accounts = await listAccounts(db);
  const account = accounts.find(({ id }) => id === file.accountId) ?? accounts[0];
  const { lines } = table.value;
  const fits = account?.columns?.heads?.join() === table.value.columns?.heads?.join();
  const columns = (fits && account?.columns) || table.value.columns;
  const begin = { account: account?.id ?? '', ...(columns && fromColumns(columns, lines)) };
  return { columns: { accounts, lines }, begin };
}
