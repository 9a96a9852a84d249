import { FilledIn } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
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
import { PageHead } from '../../../ui/index.ts';
import { findPerson } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { applyToVolunteer, type NewApplication } from './commands.ts';
import { applicationQuestions } from './questions.ts';
import { mayApply } from './rules.ts';
import { findApplication } from './store.ts';

const { form: applicationForm } = applicationQuestions;

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
      return allowed.ok
        ? applicationPage(call, applicationForm.begin())
        : redirect(housePaths.volunteering());
    },
  }),
  post({
    path: housePaths.volunteeringApplication,
    access: 'person',
    audit: 'trust.application.submitted',
    form: applicationForm.schema,
    async handle(call) {
      const personId = call.actor.personId ?? '';
      const answers = call.fields as Pick<NewApplication, 'motivation' | 'helpWith' | 'experience'>;
      const outcome = await applyToVolunteer(call.db, { ...answers, personId, now: call.now });
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
  const words = trustMessages.in(call.locale);
  return page(
    words.plain('application_title'),
    <>
      <PageHead
        title={words('application_title')}
        lead={words('application_lead')}
        back={{ href: housePaths.volunteering(), label: words('back_to_volunteering') }}
      />
      <FilledIn
        of={applicationForm}
        form={form}
        action={housePaths.volunteeringApplication()}
        draft="volunteering-application"
        button={words('send_application')}
      />
    </>,
  );
}
