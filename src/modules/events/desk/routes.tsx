import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { refuse } from '../../../platform/refusal.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { callName, findPersons } from '../../people/index.ts';
import { findCampaignOf, type HasCampaigns } from '../campaign.ts';
import {
  cancelEvent,
  closeEvent,
  postponeEvent,
  publishEvent,
  reopenEvent,
  sendBackEvent,
  setDate,
  submitEvent,
} from '../event/commands.ts';
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import { countRegistrations } from '../store/desk.ts';
import { findEvent, listLanguages } from '../store/events.ts';
import { listSeats } from '../store/seats.ts';
import type { Event } from '../types.ts';
import { eventsStaffMessages } from '../words.ts';
import { DeskEventPage } from './event-page.tsx';
import { eventsList } from './list.tsx';
import { registrationRoutes } from './registrations/routes.tsx';
import { eventForms } from './sent.ts';
import { writingRoutes } from './writing/routes.tsx';
import { instantOf } from './writing/rules.ts';

const access = ['coordinator'] as const;
interface Looking
  extends Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'> {
  readonly services: HasCampaigns;
}

/** What coordinators do with events. */
export const deskRoutes = (services: HasCampaigns): readonly Route[] => [
  ...eventsList,
  // What has a name of its own stands before `/desk/events/:id`.
  ...writingRoutes(services),
  ...registrationRoutes,
  get({
    path: eventsPaths.deskEvent,
    access,
    audit: null,
    handle: (call) => eventPage({ ...call, services }, FormState.fresh()),
  }),
  ...actRoutes(
    eventForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ eventId: params.id, as: 'coordinator' as const, byPersonId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ id }: Event) => ({ subjectIds: [], object: { kind: 'events.event', id } }),
      again: (call, form) => eventPage({ ...call, services }, form),
    },
    {
      submission: ({ db }, on) => submitEvent(db, on),
      return: ({ db }, on) => sendBackEvent(db, on),
      publication: ({ db }, on) => publishEvent(db, on),
      closing: ({ db }, on) => closeEvent(db, on),
      reopening: ({ db }, on) => reopenEvent(db, on),
      postponement: ({ db }, on) => postponeEvent(db, on),
      async date({ db, fields }, on) {
        const startsAt = instantOf(fields.startsOn, fields.startsAt);
        const endsAt = instantOf(fields.startsOn, fields.endsAt);
        return Temporal.Instant.compare(endsAt, startsAt) > 0
          ? setDate(db, { ...on, startsAt, endsAt })
          : refuse('event_ends_before_it_begins', {}, 'endsAt');
      },
      cancellation: ({ db }, on) => cancelEvent(db, on),
    },
  ),
];

async function eventPage(
  { db, params, actor, locale, now, services }: Looking,
  form: FormState,
): Promise<Reply> {
  const event = await findEvent(db, params.id);
  if (!event) return missing();
  const persons = await findPersons(db, [event.responsibleId]);
  const responsible = persons.get(event.responsibleId);
  return page(
    eventsStaffMessages.in(locale).plain('desk_event_title', { event: titleOf(event, locale) }),
    <DeskEventPage
      {...{ event, form, now }}
      campaign={await findCampaignOf(services, db, { ...event, now })}
      languages={(await listLanguages(db, [event.id])).get(event.id) ?? []}
      seats={await listSeats(db, event.id)}
      registered={await countRegistrations(db, event.id)}
      responsible={responsible ? callName(responsible, locale) : null}
      isOwn={event.submittedBy === actor.personId}
    />,
  );
}
