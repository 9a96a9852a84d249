import type { Database } from '../../../platform/database/connect.ts';
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
import { eventsPaths } from '../paths.ts';
import { findOwn, OWN_LIMIT } from '../registrations/own/find.tsx';
import { takeAnswers } from '../report/report.ts';
import type { EventServices } from '../services.ts';
import { eventsMessages } from '../words.ts';
import { surveyQuestions } from './questions.ts';
import { mayAnswer } from './rules/may.ts';
import { SurveyPage } from './view.tsx';

type OwnCall = Pick<Call<{ token: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;

/** How it was, for whoever has the link of a mail. */
export const surveyRoutes = (services: EventServices): readonly Route[] => [
  get({
    path: eventsPaths.answers,
    access: 'everyone',
    audit: null,
    limit: OWN_LIMIT,
    handle: (call) => show(services, call, FormState.fresh()),
  }),
  post({
    path: eventsPaths.answers,
    access: 'everyone',
    audit: 'events.answers.given',
    limit: OWN_LIMIT,
    form: surveyQuestions.form.schema,
    async handle(call) {
      const { db, params, now, locale, fields } = call;
      const found = await findOwn(services, call);
      if ('kind' in found) return found;
      const may = mayAnswer(found);
      if (!may.ok) return refusedBy(may.refusal);
      const { registration } = found;
      await takeAnswers(db, registration, { given: surveyQuestions.give(fields), now });
      await call.audit({
        subjectIds: registration.personId ? [registration.personId] : [],
        object: { kind: 'events.registration', id: registration.id },
      });
      const text = eventsMessages.in(locale).noted('survey_was_sent');
      return redirect(eventsPaths.own(params), { tone: 'done', text });
    },
    again: (call, form) => show(services, call, form),
  }),
];

async function show(services: EventServices, call: OwnCall, form: FormState): Promise<Reply> {
  const found = await findOwn(services, call);
  if ('kind' in found) return found;
  const may = mayAnswer(found);
  const title = eventsMessages.in(call.locale).plain('survey_title');
  const body = (
    <SurveyPage
      event={found.event}
      form={form}
      link={call.params.token}
      whyNot={may.ok ? null : may.refusal.code}
    />
  );
  return { ...page(title, body), isShownOnce: true };
}
