import { z } from 'zod';
import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import { ownId } from '../../../platform/permissions.ts';
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
import { PageHead } from '../../../ui/index.ts';
import { TALKS_IN } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { addInterpreter, changeInterpreter, turnInterpreter } from './commands.ts';
import { interpreterForm } from './form.ts';
import { findInterpreter, listInterpreters } from './store/interpreters.ts';
import { InterpreterPage, InterpretersPage } from './views.tsx';

const access = ['coordinator'] as const;
const about = (id: string) => ({ subjectIds: [], object: { kind: 'consultations.interpreter', id } });

const back = (
  { locale }: Pick<Call, 'locale'>,
  says: 'interpreter_was_added' | 'interpreter_was_changed' | 'interpreter_has_left' | 'interpreter_is_back',
): Reply => {
  const text = consultationStaffMessages.in(locale).noted(says);
  return redirect(consultationPaths.deskInterpreters(), { tone: 'done', text });
};

async function showOne(
  { db, locale, params }: Pick<Call<{ id: string }>, 'db' | 'locale' | 'params'>,
  form: FormState,
): Promise<Reply> {
  const interpreter = await findInterpreter(db, params.id);
  if (!interpreter) return missing();
  const title = consultationStaffMessages.in(locale).plain('interpreter');
  return page(title, <InterpreterPage interpreter={interpreter} form={form} />);
}

/** The register of interpreters: whom a coordinator can choose for an appointment. */
export const interpreterRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskInterpreters,
    access,
    audit: null,
    async handle({ db, locale }) {
      const interpreters = await listInterpreters(db, { left: true });
      const title = consultationStaffMessages.in(locale).plain('interpreters');
      return page(title, <InterpretersPage interpreters={interpreters} />);
    },
  }),
  // A name of its own, before `/desk/interpreters/:id`.
  ...formRoutes({
    path: consultationPaths.deskInterpreterNew,
    access,
    audit: 'consultations.interpreter.added',
    of: interpreterForm,
    begin: () => ({ knownAs: 'untold' as const }),
    show({ locale }, form) {
      const t = consultationStaffMessages.in(locale);
      const button = t('interpreter_new_go');
      return page(
        t.plain('interpreter_new'),
        <>
          <PageHead
            title={t('interpreter_new')}
            back={{ href: consultationPaths.deskInterpreters(), label: t('interpreters') }}
          />
          <FilledIn
            of={interpreterForm}
            form={form}
            action={consultationPaths.deskInterpreterNew()}
            button={button}
          />
        </>,
      );
    },
    async save(call) {
      const { db, fields, now } = call;
      const outcome = await addInterpreter(db, { interpreter: fields, by: ownId(call), now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(outcome.value));
      return back(call, 'interpreter_was_added');
    },
  }),
  ...formRoutes({
    path: consultationPaths.deskInterpreter,
    access,
    audit: 'consultations.interpreter.changed',
    of: interpreterForm,
    async begin({ db, params }) {
      const found = await findInterpreter(db, params.id);
      return found && { ...found, languages: TALKS_IN.filter((code) => found.languages.includes(code)) };
    },
    show: showOne,
    async save(call) {
      const { db, fields, now, params } = call;
      const outcome = await changeInterpreter(db, { id: params.id, interpreter: fields, now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(params.id));
      return back(call, 'interpreter_was_changed');
    },
  }),
  post({
    path: consultationPaths.deskInterpreterLeaving,
    access,
    audit: 'consultations.interpreter.left',
    form: z.object({}),
    async handle(call) {
      const { db, now, params } = call;
      const outcome = await turnInterpreter(db, { id: params.id, now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(params.id));
      return back(call, outcome.value.leftAt ? 'interpreter_is_back' : 'interpreter_has_left');
    },
    again: (call) => showOne(call, FormState.fresh()),
  }),
];
