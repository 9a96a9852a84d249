import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  Each,
  EmptyState,
  FieldRow,
  Form,
  Heading,
  Hero,
  Link,
  Select,
  StatusChip,
  TranslationNote,
} from '../../../ui/index.ts';
import { dayInJapan, languageName, plainLanguageName } from '../../people/index.ts';
import { eventsPaths } from '../paths.ts';
import type { Looked } from '../store/past.ts';
import { EVENT_KINDS, type Event, type EventKind, type EventLanguage } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { useSaid } from './said.tsx';
import { StateChip } from './state-chip.tsx';
import { WhenAndWhere } from './when-and-where.tsx';
import { insideQuotes, titleOf } from './words.ts';

interface EventsProps {
  readonly toCome: readonly Event[];
  readonly languages: ReadonlyMap<string, readonly EventLanguage[]>;
  /** Those that have no seat left. */
  readonly full: ReadonlySet<string>;
  readonly chosen: Looked;
}

/** What is to come, by month, narrowed down by kind and by the languages that are spoken. */
export function EventsPage(props: EventsProps): VNode {
  const t = useWords(eventsMessages);
  const { toCome, languages, chosen } = props;
  const isChosen = ({ id, kind, startsAt }: Event) =>
    (chosen.kind === '' || kind === chosen.kind) &&
    (chosen.language === '' || languages.get(id)?.some(({ language }) => language === chosen.language)) &&
    (chosen.month === '' || monthOf(startsAt) === chosen.month);
  const events = toCome.filter(isChosen);
  return (
    <>
      <Hero title={t('events_title')} lead={t('events_lead')} scene="hall" actions={null} />
      {toCome.length > 1 && <Narrow {...optionsOf(props)} action={eventsPaths.events()} chosen={chosen} />}
      {toCome.length === 0 && <EmptyState title={t('events_none')}>{t('events_none_text')}</EmptyState>}
      {toCome.length > 0 && events.length === 0 && (
        <EmptyState title={t('events_none_such')}>{t('events_none_such_text')}</EmptyState>
      )}
      <Months events={events} {...props} />
      <p>
        <Link href={eventsPaths.feed()}>{t('events_feed')}</Link>
      </p>
      <p>
        <Link href={eventsPaths.past()}>{t('events_past')}</Link>
      </p>
      <TranslationNote />
    </>
  );
}

/** Of what is to come, only what there is. */
const optionsOf = ({ toCome, languages }: EventsProps): Options => ({
  kinds: EVENT_KINDS.filter((one) => toCome.some(({ kind }) => kind === one)),
  spoken: [...new Set([...languages.values()].flat().map(({ language }) => language))],
  months: [...new Set(toCome.map(({ startsAt }) => monthOf(startsAt)))],
});

/** `2026-12`, by the calendar there. */
const monthOf = (at: Temporal.Instant) => dayInJapan(at).toPlainYearMonth().toString();

/** What can be chosen. */
interface Options {
  readonly kinds: readonly EventKind[];
  readonly spoken: readonly string[];
  readonly months: readonly string[];
}

/** By month, kind and language; what is chosen stands in the address. */
export function Narrow(props: Options & { readonly action: string; readonly chosen: Looked }): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { plain } = useFormats();
  const { kinds, spoken, months, action, chosen } = props;
  const any = { value: '', label: t.plain('events_any') };
  const firstOf = (month: string) => Temporal.PlainDate.from(`${month}-01`);
  return (
    <Form action={action} method="get" label={t.plain('events_look')}>
      <FieldRow>
        <Select
          name="month"
          label={t('events_month')}
          value={chosen.month}
          options={[any, ...months.map((value) => ({ value, label: plain.month(firstOf(value)) }))]}
        />
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

type Listed = Pick<EventsProps, 'languages' | 'full'>;

export function Months({ events, languages, full }: Listed & { readonly events: readonly Event[] }): VNode {
  const { month } = useFormats();
  const months = Map.groupBy(events, ({ startsAt }) => dayInJapan(startsAt).with({ day: 1 }).toString());
  return (
    <>
      {[...months].map(([key, those]) => (
        <section class="stack" data-width="full">
          <Heading level={2}>{month(Temporal.PlainDate.from(key))}</Heading>
          <div class="halves" data-width="full">
            <EventCards {...{ languages, full }} events={those} />
          </div>
        </section>
      ))}
    </>
  );
}

/** One card an event, drawn anew only where it says something else than before. */
export function EventCards({
  events,
  languages,
  full,
}: Listed & { readonly events: readonly Event[] }): VNode {
  const cards = events.map((event) => ({
    event,
    languages: languages.get(event.id) ?? [],
    isFull: event.state === 'published' && full.has(event.id),
  }));
  return <Each of={cards} view={EventCard} />;
}

interface CardProps {
  readonly event: Event;
  readonly languages: readonly EventLanguage[];
  readonly isFull: boolean;
}

function EventCard({ event, languages, isFull }: CardProps): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { list, plain } = useFormats();
  const { title } = useSaid(event);
  const heard = new Set(languages.flatMap(({ language, kind }) => (kind === 'materials' ? [] : language)));
  return (
    <Card
      title={title}
      aside={isFull ? <StatusChip tone="notice">{t('event_full')}</StatusChip> : <StateChip event={event} />}
      actions={
        <Button
          href={eventsPaths.event({ id: event.id })}
          label={t.plain('event_open_named', {
            event: insideQuotes(titleOf(event, locale)),
            day: plain.day(event.startsAt),
          })}
        >
          {t('event_open')}
        </Button>
      }
    >
      <WhenAndWhere event={event} />
      <p class="quiet">
        {t(`kind_${event.kind}`)} · {list([...heard].map((language) => languageName(language, locale)))}
      </p>
    </Card>
  );
}
