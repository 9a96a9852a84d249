import { z } from 'zod';
import { get, missing, page, type Route } from '../../../platform/web/route.ts';
import { LANGUAGES } from '../../people/index.ts';
import { eventsPaths } from '../paths.ts';
import { findShown, listLanguages, listToCome } from '../store/events.ts';
import { listSeats } from '../store/seats.ts';
import { EVENT_KINDS } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { EventPage } from './event-page.tsx';
import { EventsPage } from './events-page.tsx';
import { paragraphsOf, plainly, titleOf, wordsOf } from './words.ts';

/** More than a year of a neighborhood holds. */
const MOST_TO_COME = 100;
const Filters = z.object({
  kind: z.enum(EVENT_KINDS).or(z.literal('')).catch(''),
  language: z.enum(LANGUAGES).or(z.literal('')).catch(''),
});

/** What everybody can read of events. */
export const openRoutes: readonly Route[] = [
  get({
    path: eventsPaths.events,
    access: 'everyone',
    audit: null,
    query: Filters,
    async handle({ db, now, locale, fields }) {
      const toCome = await listToCome(db, now, MOST_TO_COME);
      const languages = await listLanguages(
        db,
        toCome.map(({ id }) => id),
      );
      const t = eventsMessages.in(locale);
      const body = <EventsPage toCome={toCome} languages={languages} chosen={fields} />;
      return { ...page(t.plain('events_title'), body), found: { description: t.plain('events_lead') } };
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
      const { words, language } = wordsOf(event, locale);
      const description = plainly(paragraphsOf(words.text)[0] ?? '', language);
      const body = <EventPage {...{ event, languages, seats, now }} />;
      return { ...page(titleOf(event, locale), body), found: { description } };
    },
  }),
];
