import type { VNode } from 'preact';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { CalledFor } from '../../../platform/parts/public/campaigns.ts';
import { Disclosure } from '../../../ui/index.ts';
import { EventBody } from '../open/event-page.tsx';
import { useSaid } from '../open/said.tsx';
import type { Event, EventLanguage } from '../types.ts';
import { eventsMessages } from '../words.ts';

/** How an event reads in one language, as everybody gets it, behind a line. */
export function Preview(props: {
  readonly event: Event;
  readonly languages: readonly EventLanguage[];
  readonly campaign: CalledFor | null;
}): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { title, directions, isMachineMade } = useSaid(props.event);
  const { tag, name } = localeFacts[locale];
  return (
    <div lang={tag}>
      <Disclosure id={`preview-${locale}`} summary={rubyWords(name)}>
        <p>
          <strong>{title}</strong>
        </p>
        <EventBody {...props} />
        {directions && (
          <p>
            {t('event_directions')} {directions}
          </p>
        )}
        {isMachineMade && <p class="quiet">{t('event_is_machine_made')}</p>}
      </Disclosure>
    </div>
  );
}
