import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { paragraphsOf, plainly, titleOf, wordsOf } from '../open/words.ts';
import type { Event } from '../types.ts';

const SCHEMA = 'https://schema.org/';

/**
 * An event in the words of schema.org, for search engines: what the public page says, and nothing of people.
 * @param about `url`: its public page
 */
export function schemaOf(
  event: Event,
  locale: Locale,
  about: { readonly url: string; readonly organization: string; readonly isFull: boolean },
): Readonly<Record<string, unknown>> {
  const { url, organization, isFull } = about;
  const { words, language } = wordsOf(event, locale);
  const area = plainly(words.area, language);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: titleOf(event, locale),
    description: plainly(paragraphsOf(words.text).join('\n\n'), language),
    ...{ url, inLanguage: localeFacts[language].tag },
    startDate: inTokyo(event.startsAt),
    endDate: inTokyo(event.endsAt),
    eventStatus: SCHEMA + statusOf(event),
    eventAttendanceMode: `${SCHEMA}${event.isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: event.isOnline
      ? { '@type': 'VirtualLocation', url }
      : { '@type': 'Place', name: area, address: area },
    organizer: { '@type': 'Organization', name: organization, url: new URL(url).origin },
    isAccessibleForFree: event.feeJpy === 0,
    ...(event.state === 'published' && {
      offers: {
        '@type': 'Offer',
        ...{ url, price: event.feeJpy, priceCurrency: 'JPY' },
        availability: SCHEMA + (isFull ? 'SoldOut' : 'InStock'),
        validThrough: inTokyo(event.registrationClosesAt),
      },
    }),
  };
}

function statusOf({ state }: Event): string {
  if (state === 'postponed') return 'EventPostponed';
  return state === 'cancelled' ? 'EventCancelled' : 'EventScheduled';
}

const inTokyo = (at: Temporal.Instant) => at.toString({ timeZone: TIME_ZONE, smallestUnit: 'second' });
