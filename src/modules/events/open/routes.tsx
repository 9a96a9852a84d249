import { z } from 'zod';
import { After } from '../../../platform/database/paging.ts';
import { askTogether } from '../../../platform/database/questions.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { get, missing, page, type Route } from '../../../platform/web/route.ts';
import { LANGUAGES } from '../../people/index.ts';
import { findCampaignOf } from '../campaign.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { hasPosterIn } from '../share/poster.ts';
import { schemaOf } from '../share/schema.ts';
import { askToCome, findShown, listLanguages, toListed } from '../store/events.ts';
import { type Looked, listPast, listPastMonths } from '../store/past.ts';
import { listSeats } from '../store/seats.ts';
import { EVENT_KINDS } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { EventPage } from './event-page.tsx';
import { EventsPage } from './events-page.tsx';
import { PastPage } from './past-page.tsx';
import { paragraphsOf, plainly, titleOf, wordsOf } from './words.ts';

/** More than a year of a neighborhood holds. */
const MOST_TO_COME = 100;
const Filters = z.object({
  kind: z.enum(EVENT_KINDS).or(z.literal('')).catch(''),
  language: z.enum(LANGUAGES).or(z.literal('')).catch(''),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .or(z.literal(''))
    .catch(''),
});
const EVENTS_A_PAGE = 24;

/** What everybody can read of events. */
export const openRoutes = (services: Pick<EventServices, 'publicUrl' | 'campaigns'>): readonly Route[] => [
  get({
    path: eventsPaths.events,
    access: 'everyone',
    audit: null,
    query: Filters,
    async handle({ db, now, locale, fields }) {
      const found = toListed(await askTogether(db, askToCome(db, now, MOST_TO_COME)));
      const { events: toCome, languages, full } = found;
      const t = eventsMessages.in(locale);
      const body = <EventsPage {...{ toCome, languages, full }} chosen={fields} />;
      return { ...page(t.plain('events_title'), body), found: { description: t.plain('events_lead') } };
    },
  }),
  get({
    path: eventsPaths.past,
    access: 'everyone',
    audit: null,
    query: z.intersection(Filters, After) as unknown as z.ZodType<Looked & { readonly after: string | null }>,
    async handle({ db, now, locale, fields: { after, ...chosen } }) {
      const { rows: events, next } = await listPast(db, chosen, { after, limit: EVENTS_A_PAGE, now });
      const ids = events.map(({ id }) => id);
      const languages = await listLanguages(db, ids);
      const t = eventsMessages.in(locale);
      const months = await listPastMonths(db, now);
      const body = <PastPage {...{ events, languages, months, chosen, after, next }} />;
      return { ...page(t.plain('events_past'), body), found: { description: t.plain('events_past_lead') } };
    },
  }),
  get({
    path: eventsPaths.event,
    access: 'everyone',
    audit: null,
    async handle({ db, params, locale, now }) {
      const event = await findShown(db, params.id);
      if (!event) return missing();
      const languages = (await listLanguages(db, [event.id])).get(event.id) ?? [];
      const seats = await listSeats(db, event.id);
      const campaign = await findCampaignOf(services, db, { ...event, now });
      const { words, language } = wordsOf(event, locale);
      const description = plainly(paragraphsOf(words.text)[0] ?? '', language);
      const hasPoster = hasPosterIn(event, languages, { locale, campaign });
      const body = <EventPage {...{ event, languages, campaign, seats, hasPoster, now }} />;
      const picture = eventsPaths.picture({ id: event.id });
      const setting = await rememberedSetting(db, organizationSetting);
      const schema = schemaOf(event, locale, {
        url: services.publicUrl + hrefIn(locale, eventsPaths.event({ id: event.id })),
        organization: organizationName(setting, locale),
        isFull: seats.some(({ kind, capacity, taken }) => kind === 'anybody' && taken >= capacity),
      });
      return { ...page(titleOf(event, locale), body), found: { description, picture, schema } };
    },
  }),
];
