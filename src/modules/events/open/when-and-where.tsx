import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { useSaid } from './said.tsx';

/** Its day, its time and whereabouts it is, as everybody may know them. */
export function WhenAndWhere({ event }: { readonly event: Event }): VNode {
  const { when, where } = useWhenAndWhere(event);
  return (
    <>
      <p>{when}</p>
      <p>{where}</p>
    </>
  );
}

export function useWhenAndWhere(event: Event): { readonly when: Words; readonly where: Words } {
  const t = useWords(eventsMessages);
  const { span } = useFormats();
  const { area } = useSaid(event);
  return {
    when: event.state === 'postponed' ? t('event_day_is_open') : span(event.startsAt, event.endsAt),
    where: event.isOnline ? t('event_online') : area,
  };
}
