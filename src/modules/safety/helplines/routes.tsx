import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
} from '../../../platform/web/route.ts';
import { hideHelpline, listCheckedHelplines, verifyHelpline } from '../commands.ts';
import { safetyPaths } from '../paths.ts';
import { mayBeChanged, waitsForCall } from '../rules.ts';
import { staffSafetyMessages } from '../words.ts';
import { keepLine, removeLine } from './commands.ts';
import { LineForm, valuesOf } from './form.ts';
import { LineFormPage } from './form-page.tsx';
import { HelplinesPage } from './list-page.tsx';
import { programLines } from './own-line.ts';

const access = ['administrator'] as const;
const withNumber = { number: requiredText(20) };

/** Where the organization keeps the helplines. */
export const helplineRoutes: readonly Route[] = [
  get({
    path: safetyPaths.helplines,
    access,
    audit: null,
    async handle(call) {
      const lines = await listCheckedHelplines(call.db, call.now);
      return page(
        staffSafetyMessages.in(call.locale).plain('helplines_title'),
        <HelplinesPage lines={lines} />,
      );
    },
  }),
  get({
    path: safetyPaths.helplinesLine,
    access,
    audit: null,
    query: z.object({ number: text(20) }),
    async handle(call) {
      const { number } = call.fields;
      if (!number) return formPage(call, FormState.fresh(), '');
      const line = await findLine(call, number);
      return line && mayBeChanged(number)
        ? formPage(call, FormState.fresh(valuesOf(line)), number)
        : missing();
    },
  }),
  post({
    path: safetyPaths.helplinesLines,
    access,
    audit: 'safety.helpline.kept',
    form: LineForm,
    async handle(call) {
      const keeping = { by: call.actor.personId ?? '', now: call.now };
      const outcome = await keepLine(call.db, call.fields, keeping);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const isUnseen = await isToBeCalledFirst(call, outcome.value);
      return done(call, outcome.value, isUnseen ? 'line_kept_to_call' : 'line_kept');
    },
    again: (call, form) => formPage(call, form, form.value('kept')),
  }),
  post({
    path: safetyPaths.helplinesRemovals,
    access,
    audit: 'safety.helpline.removed',
    form: z.object(withNumber),
    async handle(call) {
      const { number } = call.fields;
      const outcome = await removeLine(call.db, number);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const isUnseen = await isToBeCalledFirst(call, number);
      return done(call, number, isUnseen ? 'line_undone_to_call' : `line_${outcome.value}`);
    },
  }),
  post({
    path: safetyPaths.helplinesVerifications,
    access,
    audit: 'safety.helpline.verified',
    form: z.object(withNumber),
    async handle(call) {
      const { number } = call.fields;
      const finding = { number, by: call.actor.personId ?? '', now: call.now };
      const outcome = await verifyHelpline(call.db, finding);
      return outcome.ok ? done(call, number, 'line_verified') : refusedBy(outcome.refusal);
    },
  }),
  post({
    path: safetyPaths.helplinesVisibility,
    access,
    audit: 'safety.helpline.hidden_or_shown',
    form: z.object({ ...withNumber, isHidden: z.enum(['yes', 'no'], { message: 'choose_one' }) }),
    async handle(call) {
      const { number } = call.fields;
      const isHidden = call.fields.isHidden === 'yes';
      const finding = { number, isHidden, by: call.actor.personId ?? '', now: call.now };
      const outcome = await hideHelpline(call.db, finding);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      return done(call, number, isHidden ? 'line_hidden' : 'line_shown', { is_hidden: isHidden });
    },
  }),
];

type Said =
  | 'line_kept'
  | 'line_kept_to_call'
  | 'line_removed'
  | 'line_undone'
  | 'line_undone_to_call'
  | 'line_verified'
  | 'line_hidden'
  | 'line_shown';
type Acting = Pick<Call, 'locale' | 'audit'>;

async function done(
  call: Acting,
  number: string,
  said: Said,
  detail?: { readonly is_hidden: boolean },
): Promise<Reply> {
  await call.audit({ object: { kind: 'safety.helpline', id: number }, ...(detail && { detail }) });
  const text = staffSafetyMessages.in(call.locale).noted(said, { number });
  return redirect(safetyPaths.helplines(), { tone: 'done', text });
}

async function findLine(call: { readonly db: Database; readonly now: Temporal.Instant }, number: string) {
  const lines = await listCheckedHelplines(call.db, call.now);
  return lines.find(({ helpline }) => helpline.number === number) ?? null;
}

/** Whether a line from memory is gone from the page until somebody has called it again. */
async function isToBeCalledFirst(call: Parameters<typeof findLine>[0], number: string): Promise<boolean> {
  const line = await findLine(call, number);
  return line !== null && waitsForCall(line);
}

async function formPage(
  call: Pick<Call, 'db' | 'now' | 'locale'>,
  form: FormState,
  number: string,
): Promise<Reply> {
  const line = number ? await findLine(call, number) : null;
  const t = staffSafetyMessages.in(call.locale);
  const title = line ? t.plain('change_line_which', { number }) : t.plain('add_line');
  const original = programLines().find((known) => known.number === number) ?? null;
  return page(title, <LineFormPage form={form} line={line} original={original} />);
}
