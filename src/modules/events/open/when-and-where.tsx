import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { wordsOf, written } from './words.ts';

/** Its day, its time and whereabouts it is, as everybody may know them. */
export function WhenAndWhere({ event }: { readonly event: Event }): VNode {
  const t = useWords(eventsMessages);
  const { span } = useFormats();
  const { words, language } = wordsOf(event, useLocale());
  return (
    <>
      <p>{event.state === 'postponed' ? t('event_day_is_open') : span(event.startsAt, event.endsAt)}</p>
      <p>{event.isOnline ? t('event_online') : written(words.area, language)}</p>
    </>
  );
}
