import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
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
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { type Answered, listAnswers } from '../store/answers.ts';
import { findEvent } from '../store/events.ts';
import { findReport } from '../store/reports.ts';
import { readSaid } from '../survey/questions.ts';
import type { Event } from '../types.ts';
import { eventsStaffMessages } from '../words.ts';
import { countEvent, reportEvent } from './report.ts';
import { reportForms } from './sent.ts';
import { beginStoryOf, findStoryOf, whyNoStory } from './story.ts';
import { ReportPage } from './view.tsx';

const access = ['coordinator'] as const;
type Services = Pick<EventServices, 'storyDrafts'>;

interface Looking extends Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'> {
  readonly services: Services;
}

/** What became of an event: its figures, what those say who came, and what is learned for the next. */
export const reportRoutes = (services: Services): readonly Route[] => [
  get({
    path: eventsPaths.deskReport,
    access,
    audit: 'events.answers.read',
    async handle(call) {
      const answers = await listAnswers(call.db, call.params.id);
      await call.audit(aboutAnswers(call.params.id, answers));
      return show({ ...call, services }, FormState.fresh());
    },
  }),
  post({
    path: eventsPaths.deskReportStory,
    access,
    audit: 'events.report.told',
    async handle(call) {
      const { db, params, now, locale } = call;
      const begun = await beginStoryOf(services, db, { eventId: params.id, personId: ownId(call), now });
      if (!begun.ok) return refusedBy(begun.refusal);
      await call.audit({ subjectIds: [], object: { kind: 'events.event', id: params.id } });
      const { href, leftOut } = begun.value;
      const text = eventsStaffMessages.in(locale).noted('report_story_begun', { count: leftOut });
      return redirect(href, { tone: 'done', text });
    },
    again: (call, form) => show({ ...call, services }, form),
  }),
  ...actRoutes(
    reportForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ eventId: params.id, as: 'coordinator' as const, byPersonId: ownId({ actor }), now },
        version: fields.version,
      }),
      about: ({ id }: Event) => ({ subjectIds: [], object: { kind: 'events.event', id } }),
      again: (call, form) => show({ ...call, services }, form),
    },
    { closing: ({ db, fields }, on) => reportEvent(db, { ...on, learned: fields.learned.trim() || null }) },
  ),
];

function aboutAnswers(id: string, answers: readonly Answered[]) {
  const subjectIds = answers.flatMap(({ personId }) => personId ?? []);
  return { subjectIds, object: { kind: 'events.event', id } };
}

async function show({ db, params, locale, now, services }: Looking, form: FormState): Promise<Reply> {
  const event = await findEvent(db, params.id);
  if (event?.state !== 'over' && event?.state !== 'reported') return missing();
  const report = await findReport(db, event.id);
  const said = (await listAnswers(db, event.id)).map(({ given }) => readSaid(given));
  const title = eventsStaffMessages.in(locale).plain('report_of', { event: titleOf(event, locale) });
  return page(
    title,
    <ReportPage
      {...{ event, form, now }}
      figures={report?.figures ?? (await countEvent(db, event.id))}
      learned={report?.learned ?? null}
      story={await findStoryOf(services, db, event.id)}
      whyNoStory={whyNoStory(event, report, now)}
      words={said.flatMap(({ words }) => words || [])}
    />,
  );
}
