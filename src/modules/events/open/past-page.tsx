import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { EmptyState, PageHead, Pager, pagesBehind, TranslationNote } from '../../../ui/index.ts';
import { LANGUAGES } from '../../people/index.ts';
import { eventsPaths } from '../paths.ts';
import type { Looked } from '../store/past.ts';
import { EVENT_KINDS, type Event, type EventLanguage } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { Months, Narrow } from './events-page.tsx';

interface PastProps {
  readonly events: readonly Event[];
  readonly languages: ReadonlyMap<string, readonly EventLanguage[]>;
  readonly months: readonly string[];
  readonly chosen: Looked;
  readonly after: string | null;
  readonly next: string | null;
}

/** What has been, by month: its pages stay. */
export function PastPage(props: PastProps): VNode {
  const t = useWords(eventsMessages);
  const { events, languages, months, chosen, after, next } = props;
  const asked = Object.entries(chosen).filter(([, value]) => value !== '');
  const path = `${eventsPaths.past()}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`;
  return (
    <>
      <PageHead
        title={t('events_past')}
        lead={t('events_past_lead')}
        back={{ href: eventsPaths.events(), label: t('events_title') }}
      />
      {months.length > 0 && (
        <Narrow {...{ kinds: EVENT_KINDS, spoken: LANGUAGES, months, chosen }} action={eventsPaths.past()} />
      )}
      {events.length === 0 && (
        <EmptyState title={t(asked.length > 0 ? 'events_none_such' : 'events_past_none')}>
          {t(asked.length > 0 ? 'events_none_such_text' : 'events_past_none_text')}
        </EmptyState>
      )}
      <Months events={events} languages={languages} full={new Set()} />
      <Pager {...pagesBehind({ path, after, next })} />
      <TranslationNote />
    </>
  );
}
