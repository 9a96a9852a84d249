import { drawPicture, pdfFile, printedIn } from '../../../kits/papers/index.ts';
import { calendarFeed } from '../../../kits/slots/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { get, missing, type Route } from '../../../platform/web/route.ts';
import { findCampaignOf } from '../campaign.ts';
import { plainly, titleOf, wordsOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { findShown, listLanguages, listToCome } from '../store/events.ts';
import { eventsMessages } from '../words.ts';
import { posterOf } from './poster.ts';

const FRESH = { 'cache-control': 'public, max-age=300' };
const LIMIT = { by: 'address', tries: 60, minutes: 10 } as const;
const MOST_IN_FEED = 200;

/** What of events goes elsewhere: a calendar that others follow, a picture beside links, a sheet for walls. */
export const shareRoutes = (services: Pick<EventServices, 'publicUrl' | 'campaigns'>): readonly Route[] => [
  get({
    path: eventsPaths.feed,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, now, locale }) {
      const events = await listToCome(db, now, MOST_IN_FEED);
      const { shortName } = await rememberedSetting(db, organizationSetting);
      const name = eventsMessages.in(locale).plain('events_feed_of', { organization: shortName });
      const appointments = events.map((event) => {
        const { words, language } = wordsOf(event, locale);
        const isOn = event.state !== 'cancelled' && event.state !== 'postponed';
        const url = services.publicUrl + hrefIn(locale, eventsPaths.event({ id: event.id }));
        const { id, sequence, startsAt, endsAt, isOnline } = event;
        return {
          ...{ id, sequence, startsAt, endsAt, title: titleOf(event, locale) },
          details: isOn ? { url, area: isOnline ? null : plainly(words.area, language) } : null,
        };
      });
      return calendarFeed('Events', { name, appointments }, now);
    },
  }),
  get({
    path: eventsPaths.picture,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, params, ...call }) {
      const event = await findShown(db, params.id);
      if (!event) return missing();
      const locale = printedIn(call.locale);
      const { shortName } = await rememberedSetting(db, organizationSetting);
      const t = eventsMessages.in(locale);
      const { words, language } = wordsOf(event, locale);
      const { state, startsAt, endsAt } = event;
      const isOff = state === 'postponed' || state === 'cancelled';
      const body = await drawPicture({
        title: titleOf(event, locale),
        standing: isOff ? t.plain(`state_${state}`) : formatsIn(locale).plain.span(startsAt, endsAt),
        organization: shortName,
        rows: [{ words: event.isOnline ? t.plain('event_online') : plainly(words.area, language) }],
      });
      return { kind: 'file', body, mediaType: 'image/png', headers: new Headers(FRESH) };
    },
  }),
  get({
    path: eventsPaths.poster,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, params, now, ...call }) {
      const event = await findShown(db, params.id);
      if (!event) return missing();
      const locale = printedIn(call.locale);
      const organization = organizationName(await rememberedSetting(db, organizationSetting), locale);
      const languages = (await listLanguages(db, [event.id])).get(event.id) ?? [];
      const campaign = await findCampaignOf(services, db, { ...event, now });
      const address = services.publicUrl + hrefIn(locale, eventsPaths.event({ id: event.id }));
      return pdfFile('event', posterOf(event, languages, { locale, address, organization, campaign }), now);
    },
  }),
];
