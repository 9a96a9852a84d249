import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  EmptyState,
  FieldRow,
  Form,
  Heading,
  Hero,
  Select,
  TranslationNote,
} from '../../../ui/index.ts';
import { dayInJapan, plainLanguageName } from '../../people/index.ts';
import { eventsPaths } from '../paths.ts';
import { EVENT_KINDS, type Event, type EventKind, type EventLanguage } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { useSaid } from './said.tsx';
import { StateChip } from './state-chip.tsx';
import { WhenAndWhere } from './when-and-where.tsx';

interface EventsProps {
  readonly toCome: readonly Event[];
  readonly languages: ReadonlyMap<string, readonly EventLanguage[]>;
  readonly chosen: { readonly kind: EventKind | ''; readonly language: string };
}

/** What is to come, by month, narrowed down by kind and by the languages that are spoken. */
export function EventsPage(props: EventsProps): VNode {
  const t = useWords(eventsMessages);
  const { toCome, languages, chosen } = props;
  const isChosen = ({ id, kind }: Event) =>
    (chosen.kind === '' || kind === chosen.kind) &&
    (chosen.language === '' || languages.get(id)?.some(({ language }) => language === chosen.language));
  const events = toCome.filter(isChosen);
  return (
    <>
      <Hero title={t('events_title')} lead={t('events_lead')} scene="hall" actions={null} />
      {toCome.length > 1 && <Narrow {...props} />}
      {toCome.length === 0 && <EmptyState title={t('events_none')}>{t('events_none_text')}</EmptyState>}
      {toCome.length > 0 && events.length === 0 && (
        <EmptyState title={t('events_none_such')}>{t('events_none_such_text')}</EmptyState>
      )}
      <Months events={events} />
      <TranslationNote />
    </>
  );
}

function Narrow({ toCome, languages, chosen }: EventsProps): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const any = { value: '', label: t.plain('events_any') };
  const kinds = EVENT_KINDS.filter((one) => toCome.some(({ kind }) => kind === one));
  const spoken = [...new Set([...languages.values()].flat().map(({ language }) => language))];
  return (
    <Form action={eventsPaths.events()} method="get" label={t.plain('events_look')}>
      <FieldRow>
        <Select
          name="kind"
          label={t('event_kind')}
          value={chosen.kind}
          options={[any, ...kinds.map((value) => ({ value, label: t.plain(`kind_${value}`) }))]}
        />
        <Select
          name="language"
          label={t('event_language')}
          value={chosen.language}
          options={[any, ...spoken.map((value) => ({ value, label: plainLanguageName(value, locale) }))]}
        />
        <Button>{t('events_look')}</Button>
      </FieldRow>
    </Form>
  );
}

function Months({ events }: { readonly events: readonly Event[] }): VNode {
  const { month } = useFormats();
  const months = Map.groupBy(events, ({ startsAt }) => dayInJapan(startsAt).with({ day: 1 }).toString());
  return (
    <>
      {[...months].map(([key, those]) => (
        <section class="stack">
          <Heading level={2}>{month(Temporal.PlainDate.from(key))}</Heading>
          {those.map((event) => (
            <EventCard event={event} />
          ))}
        </section>
      ))}
    </>
  );
}

function EventCard({ event }: { readonly event: Event }): VNode {
  const t = useWords(eventsMessages);
  const { title } = useSaid(event);
  return (
    <Card
      title={title}
      aside={<StateChip event={event} />}
      actions={<Button href={eventsPaths.event({ id: event.id })}>{t('event_open')}</Button>}
    >
      <WhenAndWhere event={event} />
    </Card>
  );
}
