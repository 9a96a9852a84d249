import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { useSaid } from './said.tsx';

/** Its day, its time and whereabouts it is, as everybody may know them. */
export function WhenAndWhere({ event }: { readonly event: Event }): VNode {
  const t = useWords(eventsMessages);
  const { span } = useFormats();
  const { area } = useSaid(event);
  return (
    <>
      <p>{event.state === 'postponed' ? t('event_day_is_open') : span(event.startsAt, event.endsAt)}</p>
      <p>{event.isOnline ? t('event_online') : area}</p>
    </>
  );
}
