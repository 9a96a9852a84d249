import { z } from 'zod';
import type { PathTo } from '../../../../platform/addresses/path-to.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { text } from '../../../../platform/web/form-fields.ts';
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
import { cancelLine } from '../explain/cancel.ts';
import { answerDoubt } from '../explain/doubt.ts';
import type { Deciding } from '../explain/enter.ts';
import { explainByDonor, explainByNewDonor, explainByPledge } from '../explain/gift.ts';
import { bookExpense, explainAsOther, isBookedElsewhere } from '../explain/other.ts';
import { splitPayout } from '../explain/split.ts';
import { undoExplanation } from '../explain/undo.ts';
import { listAccounts } from '../store/accounts.ts';
import { listDonorsLike } from '../store/donor-names.ts';
import { isFirstOfPayer, listExplanations } from '../store/explanations.ts';
import { findLine, listCancelable } from '../store/lines.ts';
import { findSuggestions } from '../suggest/find.ts';
import { LinePage } from './line.tsx';
import {
  CancelFields,
  DonorFields,
  DoubtFields,
  ExpenseFields,
  IncomeFields,
  LineFields,
  NewDonorFields,
  PartsFields,
  PledgeFields,
} from './line-fields.ts';

type LineCall = Pick<Call<{ id: string }>, 'db' | 'locale' | 'params'>;
const Looking = z.object({ q: text(100).catch('') });
const MOST_BYTES = 1_000_000;

/** One line: looked at, explained in each way there is, and that taken back. */
export const lineRoutes: readonly Route[] = [
  get({
    path: givingPaths.bankLine,
    access: ['treasurer'],
    audit: 'giving.bank.line_viewed',
    query: Looking,
    async handle(call) {
      const reply = await linePage(call, FormState.fresh(), call.fields.q);
      if (reply.kind === 'page') await call.audit(about(call.params.id));
      return reply;
    },
  }),
  act(givingPaths.bankPledge, PledgeFields, 'bank_was_explained', ({ db, fields }, on) =>
    explainByPledge(db, { ...on, number: fields.pledgeNumber }),
  ),
  act(givingPaths.bankDonor, DonorFields, 'bank_was_explained', ({ db, fields }, on) =>
    explainByDonor(db, { ...on, ...fields }),
  ),
  act(givingPaths.bankNewDonor, NewDonorFields, 'bank_was_explained', ({ db, fields }, on) =>
    explainByNewDonor(db, { ...on, ...fields, name: fields.donorName }),
  ),
  act(givingPaths.bankParts, PartsFields, 'bank_was_explained', async ({ db, fields, uploads }, on) => {
    const file = uploads.get('file');
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(fields.parts);
    return splitPayout(db, { ...on, ...fields, fund: fields.partsFund, bytes });
  }),
  act(givingPaths.bankIncome, IncomeFields, 'bank_was_explained', ({ db, fields }, on) =>
    explainAsOther(db, { ...on, ...fields, fund: fields.incomeFund }),
  ),
  act(givingPaths.bankExpense, ExpenseFields, 'bank_was_explained', ({ db, fields }, on) =>
    bookExpense(db, { ...on, ...fields }),
  ),
  act(givingPaths.bankElsewhere, LineFields, 'bank_was_explained', ({ db }, on) => isBookedElsewhere(db, on)),
  act(givingPaths.bankCancellation, CancelFields, 'bank_was_canceled', ({ db, fields }, on) =>
    cancelLine(db, { ...on, ...fields }),
  ),
  act(givingPaths.bankDoubt, DoubtFields, 'bank_doubt_was_answered', ({ db, fields }, on) =>
    answerDoubt(db, { ...on, isNew: fields.isNew === 'yes' }),
  ),
  act(givingPaths.bankUndoing, LineFields, 'bank_was_undone', ({ db }, on) => undoExplanation(db, on)),
];

function about(id: string) {
  return { object: { kind: 'giving.bank_line', id } };
}

/** What is done with a line: back to the others, or its page again with what to mend. */
function act<Path extends `${string}/:id/${string}`, Fields extends { readonly version: number }>(
  path: PathTo<Path>,
  form: z.ZodType<Fields>,
  says: 'bank_was_explained' | 'bank_was_canceled' | 'bank_doubt_was_answered' | 'bank_was_undone',
  run: (
    call: Pick<Call<unknown, Fields, Tx>, 'db' | 'fields' | 'uploads'>,
    on: Deciding,
  ) => Promise<Outcome<unknown>>,
): Route {
  return post({
    path,
    access: ['treasurer'],
    audit: `giving.bank.line_${path.pattern.split('/').at(-1)?.replace('-', '_')}`,
    form,
    maxBytes: MOST_BYTES,
    async handle(call) {
      const { actor, now, locale } = call;
      const { id } = call.params as { readonly id: string };
      const fields = call.fields as Fields;
      const by = { personId: actor.personId, now };
      const done = await run({ ...call, fields }, { lineId: id, version: fields.version, by });
      if (!done.ok) return refusedBy(done.refusal);
      await call.audit(about(id));
      const text = givingStaffMessages.in(locale).noted(says);
      return redirect(givingPaths.bankQueue(), { tone: 'done', text });
    },
    again: (call, form) => linePage(call as unknown as LineCall, form, ''),
  });
}

async function linePage(call: LineCall, form: FormState, q: string): Promise<Reply> {
  const { db, locale } = call;
  const line = await findLine(db, call.params.id);
  if (!line) return missing();
  const account = (await listAccounts(db)).find(({ id }) => id === line.accountId);
  const explanations = await listExplanations(db, line.id);
  const isFirstByName =
    explanations.some(({ explainedBy }) => explainedBy === 'name') && (await isFirstOfPayer(db, line.id));
  const suggestions = (await findSuggestions(db, [line])).get(line.id) ?? [];
  const cancelable = line.kind === 'back' ? await listCancelable(db, line) : [];
  const looked = q === '' ? null : { for: q, found: await listDonorsLike(db, q) };
  const title = givingStaffMessages.in(locale).plain('bank_line_title');
  return page(
    title,
    <LinePage {...{ line, account, form, explanations, isFirstByName, suggestions, cancelable, looked }} />,
  );
}
