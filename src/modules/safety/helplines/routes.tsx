import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { hideHelpline, listCheckedHelplines, verifyHelpline } from '../commands.ts';
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
    path: '/helplines',
    access,
    audit: null,
    async handle(visit) {
      const lines = await listCheckedHelplines(visit.db, visit.now);
      return page(
        staffSafetyMessages.in(visit.locale).plain('helplines_title'),
        <HelplinesPage lines={lines} />,
      );
    },
  }),
  get({
    path: '/helplines/line',
    access,
    audit: null,
    query: z.object({ number: text(20) }),
    async handle(visit) {
      const { number } = visit.fields;
      if (!number) return formPage(visit, FormState.fresh(), '');
      const line = await findLine(visit, number);
      return line && mayBeChanged(number)
        ? formPage(visit, FormState.fresh(valuesOf(line)), number)
        : missing();
    },
  }),
  post({
    path: '/helplines/lines',
    access,
    audit: 'safety.helpline.kept',
    form: LineForm,
    async handle(visit) {
      const keeping = { by: visit.actor.personId ?? '', now: visit.now };
      const outcome = await keepLine(visit.db, visit.fields, keeping);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const isUnseen = await isToBeCalledFirst(visit, outcome.value);
      return done(visit, outcome.value, isUnseen ? 'line_kept_to_call' : 'line_kept');
    },
    again: (visit, form) => formPage(visit, form, form.value('kept')),
  }),
  post({
    path: '/helplines/removals',
    access,
    audit: 'safety.helpline.removed',
    form: z.object(withNumber),
    async handle(visit) {
      const { number } = visit.fields;
      const outcome = await removeLine(visit.db, number);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const isUnseen = await isToBeCalledFirst(visit, number);
      return done(visit, number, isUnseen ? 'line_undone_to_call' : `line_${outcome.value}`);
    },
  }),
  post({
    path: '/helplines/verifications',
    access,
    audit: 'safety.helpline.verified',
    form: z.object(withNumber),
    async handle(visit) {
      const { number } = visit.fields;
      const finding = { number, by: visit.actor.personId ?? '', now: visit.now };
      const outcome = await verifyHelpline(visit.db, finding);
      return outcome.ok ? done(visit, number, 'line_verified') : refusedBy(outcome.refusal);
    },
  }),
  post({
    path: '/helplines/visibility',
    access,
    audit: 'safety.helpline.hidden_or_shown',
    form: z.object({ ...withNumber, is_hidden: z.enum(['yes', 'no'], { message: 'choose_one' }) }),
    async handle(visit) {
      const { number, is_hidden } = visit.fields;
      const isHidden = is_hidden === 'yes';
      const finding = { number, isHidden, by: visit.actor.personId ?? '', now: visit.now };
      const outcome = await hideHelpline(visit.db, finding);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      return done(visit, number, isHidden ? 'line_hidden' : 'line_shown', { is_hidden: isHidden });
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
type Acting = Pick<Visit, 'locale' | 'audit'>;

async function done(
  visit: Acting,
  number: string,
  said: Said,
  detail?: { readonly is_hidden: boolean },
): Promise<Reply> {
  await visit.audit({ object: { kind: 'safety.helpline', id: number }, ...(detail && { detail }) });
  const text = staffSafetyMessages.in(visit.locale).noted(said, { number });
  return redirect('/helplines', { tone: 'done', text });
}

async function findLine(visit: { readonly db: Database; readonly now: Temporal.Instant }, number: string) {
  const lines = await listCheckedHelplines(visit.db, visit.now);
  return lines.find(({ helpline }) => helpline.number === number) ?? null;
}

/** Whether a line from memory is gone from the page until somebody has called it again. */
async function isToBeCalledFirst(visit: Parameters<typeof findLine>[0], number: string): Promise<boolean> {
  const line = await findLine(visit, number);
  return line !== null && waitsForCall(line);
}

async function formPage(
  visit: Pick<Visit, 'db' | 'now' | 'locale'>,
  form: FormState,
  number: string,
): Promise<Reply> {
  const line = number ? await findLine(visit, number) : null;
  const t = staffSafetyMessages.in(visit.locale);
  const title = line ? t.plain('change_line_which', { number }) : t.plain('add_line');
  const original = programLines().find((known) => known.number === number) ?? null;
  return page(title, <LineFormPage form={form} line={line} original={original} />);
}
