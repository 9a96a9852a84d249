import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
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
} from '../../../../platform/web/route.ts';
import { callName, findPersons, listCoordinators } from '../../../people/index.ts';
import { findCampaignOf, type HasCampaigns, listCampaigns } from '../../campaign.ts';
import { eventsPaths } from '../../paths.ts';
import { countRegistrations } from '../../store/desk.ts';
import { findEvent, listLanguages } from '../../store/events.ts';
import { listSeats } from '../../store/seats.ts';
import type { Event } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';
import { beginEvent, consequencesOf, rewriteEvent } from './commands.ts';
import { type Choosable, eventFormFor } from './form.ts';
import { later, STEPS, type Step } from './rules.ts';
import { type TypedEvent, typeEvent } from './typed.ts';
import { WritingPage } from './view.tsx';

const access = ['coordinator'] as const;
const whole = eventFormFor({ staff: [], campaigns: [] });
const changed = z.intersection(
  whole.schema,
  z.object({ version: wholeNumber(1, 999_999_999) }),
) as unknown as z.ZodType<TypedEvent & { readonly version: number }>;
const begun = z.intersection(
  whole.schema,
  z.object({ copiedFrom: z.uuid().optional() }),
) as unknown as z.ZodType<TypedEvent & { readonly copiedFrom?: string }>;

interface Looking extends Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'> {
  readonly services: HasCampaigns;
}

/** Where coordinators write: a new event, the next of a series, and one that is there. */
export const writingRoutes = (services: HasCampaigns): readonly Route[] => [
  get({
    path: eventsPaths.deskEventNew,
    access,
    audit: null,
    handle: (call) => newPage({ ...call, services }, whole.begin(freshFor(call)), null),
  }),
  get({
    path: eventsPaths.deskEventCopy,
    access,
    audit: null,
    handle: (call) => copyPage({ ...call, services }),
  }),
  post({
    path: eventsPaths.deskEventNew,
    access,
    audit: 'events.event.drafted',
    form: begun,
    async handle(call) {
      const { db, fields, actor, now } = call;
      const campaigns = await listIds(services, call);
      const by = { personId: actor.personId ?? '', now, campaigns, copiedFrom: fields.copiedFrom ?? null };
      return answer(call, await beginEvent(db, fields, by), (id) => id);
    },
    again: (call, form) => newPage({ ...call, services }, form, form.value('copiedFrom') || null),
  }),
  get({
    path: eventsPaths.deskEventWords,
    access,
    audit: null,
    async handle(call) {
      const event = await findEvent(call.db, call.params.id);
      const form = event && whole.begin(await typedAs(call.db, event));
      return form ? changePage({ ...call, services }, event, form) : missing();
    },
  }),
  post({
    path: eventsPaths.deskEventWords,
    access,
    audit: 'events.event.changed',
    form: changed,
    handle: (call) => change(call, services),
    async again(call, form) {
      const event = await findEvent(call.db, call.params.id);
      return event ? changePage({ ...call, services }, event, form) : missing();
    },
  }),
];

async function change(
  call: Call<{ id: string }, TypedEvent & { readonly version: number }, Tx>,
  services: HasCampaigns,
): Promise<Reply> {
  const { db, params, fields, actor, now, locale } = call;
  const consequences = await consequencesOf(db, fields, { eventId: params.id, locale });
  if (consequences.length > 0) return refusedBy(...consequences);
  const campaigns = await listIds(services, call);
  const on = { eventId: params.id, personId: actor.personId ?? '', now, version: fields.version, campaigns };
  return answer(call, await rewriteEvent(db, fields, on), ({ id }) => id);
}

async function answer<Done>(
  call: Pick<Call, 'audit' | 'locale'>,
  done: Outcome<Done>,
  idOf: (done: Done) => string,
): Promise<Reply> {
  if (!done.ok) return done.refusal.code === 'event_is_unknown' ? missing() : refusedBy(done.refusal);
  const id = idOf(done.value);
  await call.audit({ object: { kind: 'events.event', id }, subjectIds: [] });
  const text = eventsStaffMessages.in(call.locale).noted('event_was_saved');
  return redirect(eventsPaths.deskEvent({ id }), { tone: 'done', text });
}

/** The next of a series: the same words and seats, on another day, and to be looked at by another pair of eyes again. */
async function copyPage(call: Looking & Pick<Call<{ id: string; step: string }>, 'params'>): Promise<Reply> {
  const event = await findEvent(call.db, call.params.id);
  const step = STEPS.find((one): one is Step => one === call.params.step);
  if (!event || !step) return missing();
  const moved = {
    ...event,
    startsAt: later(event.startsAt, step),
    endsAt: later(event.startsAt, step).add(event.startsAt.until(event.endsAt)),
    registrationClosesAt: later(event.startsAt, step).subtract(
      event.registrationClosesAt.until(event.startsAt),
    ),
  };
  return newPage(call, whole.begin(await typedAs(call.db, moved)), event.id);
}

const freshFor = ({ actor }: Pick<Looking, 'actor'>): Partial<TypedEvent> => ({
  kind: 'exchange_meeting',
  place: 'here',
  talk: ['ja'],
  ...{ audience: 'everybody', photoPolicy: 'asked_each_time', responsibleId: actor.personId ?? '' },
});

async function typedAs(db: Database, event: Event): Promise<Partial<TypedEvent>> {
  const languages = (await listLanguages(db, [event.id])).get(event.id) ?? [];
  return typeEvent(event, { languages, seats: await listSeats(db, event.id) });
}

async function listIds(services: HasCampaigns, { db, now }: Pick<Looking, 'db' | 'now'>): Promise<string[]> {
  return (await listCampaigns(services, db, now)).map(({ id }) => id);
}

/** @param campaignId of an event that has one: it stays to be chosen when it is over */
async function listChoosable(
  { db, now, locale, services }: Looking,
  campaignId: string | null,
): Promise<Choosable> {
  const persons = await findPersons(db, await listCoordinators(db, now));
  const staff = [...persons.values()].map((person) => ({ id: person.id, name: callName(person, locale) }));
  const open = await listCampaigns(services, db, now);
  const isOpen = open.some(({ id }) => id === campaignId);
  const own = isOpen ? null : await findCampaignOf(services, db, { campaignId, now });
  return { staff, campaigns: own ? [...open, own] : open };
}

async function newPage(call: Looking, form: FormState, copiedFrom: string | null): Promise<Reply> {
  const title = eventsStaffMessages.in(call.locale).plain(copiedFrom ? 'event_new_copy' : 'event_new');
  const choosable = await listChoosable(call, null);
  const of = eventFormFor(choosable);
  const hasCampaigns = choosable.campaigns.length > 0;
  return page(
    title,
    <WritingPage {...{ of, form, hasCampaigns }} event={null} copiedFrom={copiedFrom} told={0} />,
  );
}

async function changePage(call: Looking, event: Event, form: FormState): Promise<Reply> {
  const title = eventsStaffMessages.in(call.locale).plain('event_write');
  const choosable = await listChoosable(call, event.campaignId);
  const of = eventFormFor(choosable);
  const hasCampaigns = choosable.campaigns.length > 0;
  const told = await countRegistrations(call.db, event.id);
  return page(title, <WritingPage {...{ of, form, hasCampaigns, event }} copiedFrom={null} told={told} />);
}
