import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { Heading, LineScene, Link } from '../../../ui/index.ts';
import { EventCards } from '../open/events-page.tsx';
import { eventsPaths } from '../paths.ts';
import { listLanguages, listToCome } from '../store/events.ts';
import { listFull } from '../store/seats.ts';
import type { Event, EventLanguage } from '../types.ts';
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
  async section(db, { now }) {
    const events = await listToCome(db, now, MOST, ['published', 'closed']);
    if (events.length === 0) return null;
    const ids = events.map(({ id }) => id);
    const [languages, full] = [await listLanguages(db, ids), await listFull(db, ids)];
    return <NextEvents {...{ events, languages, full }} />;
  },
};

function NextEvents(props: {
  readonly events: readonly Event[];
  readonly languages: ReadonlyMap<string, readonly EventLanguage[]>;
  readonly full: ReadonlySet<string>;
}): VNode {
  const t = useWords(eventsMessages);
  const { events, languages, full } = props;
  return (
    <section class="stack" data-width="full">
      <Heading level={2}>{t('home_next_events')}</Heading>
      <div class="halves" data-width="full">
        <EventCards {...{ events, languages, full }} />
      </div>
      <p>
        <Link href={eventsPaths.events()}>{t('home_events_all')}</Link>
      </p>
    </section>
  );
}
