import { z } from 'zod';
import { guessColumns, readBankFile } from '../../../../kits/bank-files/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { dayInJapan } from '../../../people/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listAccounts } from '../store/accounts.ts';
import { listByName } from '../store/explanations.ts';
import { insertImport, listImports } from '../store/imports.ts';
import { countWaiting, listLastDays } from '../store/lines.ts';
import { sourceOf } from '../take-in/read.ts';
import { BankPage, MEGABYTES } from './overview.tsx';

/** What else a form with a file has in it. */
const ROOM = 100_000;
/** Of the last so many it is shown that nobody has looked at them. */
const MOST_BY_NAME = 10;

/** The bank: what waits, and files brought to it. */
export const overviewRoutes: readonly Route[] = [
  get({
    path: givingPaths.bank,
    access: ['treasurer'],
    audit: 'giving.bank.viewed',
    async handle(call) {
      await call.audit({});
      return bankPage(call, FormState.fresh());
    },
  }),
  post({
    path: givingPaths.bank,
    access: ['treasurer'],
    audit: 'giving.bank.file_read',
    form: z.object({}),
    maxBytes: MEGABYTES * 1_000_000 + ROOM,
    seconds: 60,
    async handle(call) {
      const file = call.uploads.get('file');
      if (!file) return refusedBy({ code: 'bank_choose_a_file', field: 'file' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const source = sourceOf(bytes);
      const read = source === 'csv' ? guessColumns(bytes) : readBankFile(bytes, dayInJapan(call.now));
      if (!read.ok) return refusedBy({ ...read.refusal, field: 'file' });
      const by = { personId: call.actor.personId, now: call.now };
      const id = await insertImport(call.db, { source, bytes, by });
      await call.audit({ object: { kind: 'giving.bank_import', id } });
      return redirect(givingPaths.bankImport({ id }));
    },
    again: (call, form) => bankPage(call, form),
  }),
];

async function bankPage(call: Pick<Call, 'db' | 'locale'>, form: FormState): Promise<Reply> {
  const { db, locale } = call;
  const [accounts, lastDays, waiting, imports, byName] = [
    await listAccounts(db),
    await listLastDays(db),
    await countWaiting(db),
    await listImports(db),
    await listByName(db, MOST_BY_NAME),
  ];
  const title = givingStaffMessages.in(locale).plain('bank_title');
  return page(title, <BankPage {...{ form, accounts, lastDays, waiting, imports, byName }} />);
}
