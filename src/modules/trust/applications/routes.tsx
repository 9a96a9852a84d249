import { z } from 'zod';
import { choices, requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
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
  help_with: choices(HELP_KINDS).refine((kinds) => kinds.length > 0, { message: 'choose_at_least_one' }),
});

/** Applying to become a volunteer. */
export const applicationRoutes: readonly Route[] = [
  get({
    path: '/volunteering/application',
    access: 'person',
    audit: null,
    async handle(visit) {
      const personId = visit.actor.personId ?? '';
      const person = await findPerson(visit.db, personId);
      if (person && !person.welcomedAt) {
        const text = trustMessages.in(visit.locale).noted('tell_your_name_first');
        return redirect('/welcome?back=/volunteering/application', { tone: 'notice', text });
      }
      const allowed = mayApply(person, await findApplication(visit.db, personId));
      return allowed.ok ? applicationPage(visit, FormState.fresh()) : redirect('/volunteering');
    },
  }),
  post({
    path: '/volunteering/application',
    access: 'person',
    audit: 'trust.application.submitted',
    form: ApplicationForm,
    async handle(visit) {
      const { motivation, experience, help_with: helpWith } = visit.fields;
      const { now, actor } = visit;
      const personId = actor.personId ?? '';
      const outcome = await applyToVolunteer(visit.db, { personId, motivation, experience, helpWith, now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const object = { kind: 'trust.application', id: outcome.value };
      await visit.audit({ subjectIds: [personId], object });
      const text = trustMessages.in(visit.locale).noted('application_sent');
      return redirect('/volunteering', { tone: 'done', text });
    },
    again: (visit, form) => applicationPage(visit, form),
  }),
];

function applicationPage(visit: Pick<Visit, 'locale'>, form: FormState): Reply {
  const title = trustMessages.in(visit.locale).plain('application_title');
  return page(title, <ApplicationPage form={form} />);
}
