import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { choices, requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { findPerson } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { HELP_KINDS } from '../types.ts';
import { applyToVolunteer } from './commands.ts';
import { mayApply } from './rules.ts';
import { findApplication } from './store.ts';
import { ApplicationPage } from './views.tsx';

const ApplicationForm = z.object({
  motivation: requiredText(1000, 'say_why_you_want_to_help'),
  experience: text(1000),
  helpWith: choices(HELP_KINDS).refine((kinds) => kinds.length > 0, { message: 'choose_at_least_one' }),
});

/** Applying to become a volunteer. */
export const applicationRoutes: readonly Route[] = [
  get({
    path: housePaths.volunteeringApplication,
    access: 'person',
    audit: null,
    async handle(call) {
      const personId = call.actor.personId ?? '';
      const person = await findPerson(call.db, personId);
      if (person && !person.welcomedAt) {
        const text = trustMessages.in(call.locale).noted('tell_your_name_first');
        return redirect(`${housePaths.welcome()}?back=/volunteering/application`, { tone: 'notice', text });
      }
      const allowed = mayApply(person, await findApplication(call.db, personId));
      return allowed.ok ? applicationPage(call, FormState.fresh()) : redirect(housePaths.volunteering());
    },
  }),
  post({
    path: housePaths.volunteeringApplication,
    access: 'person',
    audit: 'trust.application.submitted',
    form: ApplicationForm,
    async handle(call) {
      const { motivation, experience, helpWith } = call.fields;
      const { now, actor } = call;
      const personId = actor.personId ?? '';
      const outcome = await applyToVolunteer(call.db, { personId, motivation, experience, helpWith, now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const object = { kind: 'trust.application', id: outcome.value };
      await call.audit({ subjectIds: [personId], object });
      const text = trustMessages.in(call.locale).noted('application_sent');
      return redirect(housePaths.volunteering(), { tone: 'done', text });
    },
    again: (call, form) => applicationPage(call, form),
  }),
];

function applicationPage(call: Pick<Call, 'locale'>, form: FormState): Reply {
  const title = trustMessages.in(call.locale).plain('application_title');
  return page(title, <ApplicationPage form={form} />);
}
