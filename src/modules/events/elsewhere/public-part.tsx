import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { askingSection, type PublicPart } from '../../../platform/parts/public-part.ts';
import { Heading, LineScene, Link } from '../../../ui/index.ts';
import { EventCards } from '../open/events-page.tsx';
import { eventsPaths } from '../paths.ts';
import { askToCome, type ListedEvents, toListed } from '../store/events.ts';
import { eventsMessages } from '../words.ts';

/** As many as a reader of the home page looks at. */
const MOST = 2;

/** Events, among all that people do together. */
export const eventsPublicPart: PublicPart = {
  order: 50,
  card: {
    picture: () => <LineScene name="hall" />,
    title: eventsMessages.label('home_events_title'),
    text: eventsMessages.label('home_events_text'),
    href: eventsPaths.events(),
    act: eventsMessages.label('home_events'),
  },
  section: async (db, now) =>
    askingSection(askToCome(db, now, MOST, ['published', 'closed']), (found) => {
      const listed = toListed(found);
      return listed.events.length > 0 ? <NextEvents {...listed} /> : null;
    }),
};

function NextEvents(listed: ListedEvents): VNode {
  const t = useWords(eventsMessages);
  return (
    <section class="stack" data-width="full">
      <Heading level={2}>{t('home_next_events')}</Heading>
      <div class="halves" data-width="full">
        <EventCards {...listed} />
      </div>
      <p>
        <Link href={eventsPaths.events()}>{t('home_events_all')}</Link>
      </p>
    </section>
  );
}
