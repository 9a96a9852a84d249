import { z } from 'zod';
import { ownId } from '../../../platform/permissions.ts';
import { choice, choices, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
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
import { emailField } from '../../sign-in/index.ts';
import { TALKS_IN } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { FIELDS } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { addExpert, changeExpert, turnExpert } from './commands.ts';
import { LICENSES } from './rules.ts';
import { findExpert, listExperts } from './store.ts';
import { ExpertRowPage, ExpertsPage } from './views.tsx';

const form = z.object({
  name: requiredText(80),
  license: choice(LICENSES),
  licenseNumber: text(40),
  email: emailField,
  fields: choices(FIELDS),
  languages: choices(TALKS_IN),
  hoursAMonth: wholeNumber(1, 100),
});
const access = ['coordinator'] as const;
const about = (id: string) => ({ subjectIds: [], object: { kind: 'consultations.expert', id } });

type Listing = Pick<Call, 'db' | 'locale' | 'now'>;
type One = Listing & Pick<Call<{ id: string }>, 'params'>;

async function showAll({ db, locale, now }: Listing, shown: FormState): Promise<Reply> {
  const experts = await listExperts(db, now, { left: true });
  const title = consultationStaffMessages.in(locale).plain('experts');
  return page(title, <ExpertsPage experts={experts} form={shown} />);
}

async function showOne({ db, locale, now, params }: One, shown: FormState): Promise<Reply> {
  const expert = await findExpert(db, params.id, { now });
  if (!expert) return missing();
  const title = consultationStaffMessages.in(locale).plain('expert');
  return page(title, <ExpertRowPage expert={expert} form={shown} />);
}

const back = (
  { locale }: Pick<Call, 'locale'>,
  says: 'expert_was_added' | 'expert_was_changed' | 'expert_has_left_now' | 'expert_is_back',
): Reply => {
  const text = consultationStaffMessages.in(locale).noted(says);
  return redirect(consultationPaths.deskExperts(), { tone: 'done', text });
};

/** The register of experts: whom a coordinator can propose, and how much of their time there is. */
export const expertsRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskExperts,
    access,
    audit: null,
    handle: (call) => showAll(call, FormState.fresh()),
  }),
  post({
    path: consultationPaths.deskExperts,
    access,
    audit: 'consultations.expert.added',
    form,
    async handle(call) {
      const { db, fields, now } = call;
      const outcome = await addExpert(db, { ...fields, by: ownId(call), now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(outcome.value));
      return back(call, 'expert_was_added');
    },
    again: showAll,
  }),
  get({
    path: consultationPaths.deskExpert,
    access,
    audit: null,
    handle: (call) => showOne(call, FormState.fresh()),
  }),
  post({
    path: consultationPaths.deskExpert,
    access,
    audit: 'consultations.expert.changed',
    form,
    async handle(call) {
      const { db, fields, now, params } = call;
      const outcome = await changeExpert(db, { id: params.id, now, expert: fields });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(params.id));
      return back(call, 'expert_was_changed');
    },
    again: showOne,
  }),
  post({
    path: consultationPaths.deskExpertLeaving,
    access,
    audit: 'consultations.expert.left',
    form: z.object({}),
    async handle(call) {
      const { db, now, params } = call;
      const outcome = await turnExpert(db, { id: params.id, now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(params.id));
      return back(call, outcome.value.leftAt ? 'expert_is_back' : 'expert_has_left_now');
    },
    again: showOne,
  }),
];
