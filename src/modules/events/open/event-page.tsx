import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { CalledFor } from '../../../platform/parts/public/campaigns.ts';
import {
  Button,
  Card,
  Columns,
  Link,
  Notice,
  PageHead,
  Prose,
  SummaryList,
  type SummaryRow,
  TranslationNote,
} from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { eventsPaths } from '../paths.ts';
import type { Seats } from '../seats/rules/seats.ts';
import { type Event, type EventLanguage, PROGRAMS } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { useSaid } from './said.tsx';
import { StateChip } from './state-chip.tsx';
import { useWhenAndWhere } from './when-and-where.tsx';

interface EventProps {
  readonly event: Event;
  readonly languages: readonly EventLanguage[];
  /** To which it belongs. */
  readonly campaign: CalledFor | null;
  readonly seats: readonly Seats[];
  /** Whether its sheet for walls can be printed. */
  readonly hasPoster: boolean;
  readonly now: Temporal.Instant;
}

/** An event as everybody sees it. Its address and its link are for those who have a seat. */
export function EventPage(props: EventProps): VNode {
  const t = useWords(eventsMessages);
  const { event } = props;
  const said = useSaid(event);
  const { when, where } = useWhenAndWhere(event);
  const isToCome = event.state === 'published' || event.state === 'closed';
  return (
    <>
      <PageHead
        title={said.title}
        lead={
          <>
            {when}
            <br />
            {where}
          </>
        }
        back={{ href: eventsPaths.events(), label: t('events_title') }}
      />
      <StateChip event={event} />
      {said.isInAnotherLanguage && <Notice>{t('event_in_another_language')}</Notice>}
      <Columns first aside={<Seating {...props} />}>
        <EventBody {...props} isUnderWhen />
        {isToCome && props.hasPoster && (
          <p>
            <Link href={eventsPaths.poster({ id: event.id })}>{t('event_poster')}</Link>
          </p>
        )}
      </Columns>
      {said.isMachineMade ? <p class="quiet">{t('event_is_machine_made')}</p> : <TranslationNote />}
    </>
  );
}

/** What it is about and how it is held, in the reader's language or the nearest. */
export function EventBody(
  props: Omit<EventProps, 'seats' | 'hasPoster' | 'now'> & {
    /** When and where it is stands above. */
    readonly isUnderWhen?: true;
  },
): VNode {
  const said = useSaid(props.event);
  return (
    <>
      <Prose>
        {said.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Prose>
      <SummaryList rows={useFacts(props)} />
      {props.campaign && <OfCampaign {...props.campaign} />}
    </>
  );
}

/** The call for gifts that it is held for, how far that has come, and the way there. */
function OfCampaign({ title, href, meter }: CalledFor): VNode {
  return (
    <section class="stack">
      <h2>{useWords(eventsMessages)('event_campaign')}</h2>
      <p>
        <Link href={href}>{title(useLocale())}</Link>
      </p>
      {meter}
    </section>
  );
}

/** Whether there are seats, and the one thing to press. */
function Seating({ event, seats, now }: EventProps): VNode {
  const t = useWords(eventsMessages);
  const { dayTime } = useFormats();
  const room = seats.find(({ kind }) => kind === 'anybody');
  const left = room && Math.max(0, room.capacity - room.taken);
  const isOpen = event.state === 'published' && Temporal.Instant.compare(now, event.registrationClosesAt) < 0;
  return (
    <Card title={t('event_seats')} level={2} accent={isOpen}>
      {left !== undefined && isOpen && (
        <p>{left > 0 ? t('event_seats_left', { count: left }) : t('event_is_full')}</p>
      )}
      {isOpen ? (
        <>
          <p class="quiet">{t('event_register_until', { day: dayTime(event.registrationClosesAt) })}</p>
          <p>
            <Button kind="main" href={eventsPaths.register({ id: event.id })}>
              {t(left === 0 ? 'event_wait' : 'event_register')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p>{t(`event_stands_${standing(event)}`)}</p>
          <p>
            <Link href={eventsPaths.events()}>{t('event_others')}</Link>
          </p>
        </>
      )}
    </Card>
  );
}

function standing({ state }: Event): 'cancelled' | 'postponed' | 'over' | 'closed' {
  if (state === 'cancelled' || state === 'postponed') return state;
  return state === 'over' || state === 'reported' ? 'over' : 'closed';
}

function useFacts({ event, languages, isUnderWhen }: Parameters<typeof EventBody>[0]): SummaryRow[] {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { yen, list } = useFormats();
  const { bring } = useSaid(event);
  const { when, where } = useWhenAndWhere(event);
  const program = PROGRAMS.find((one) => one === event.program) ?? null;
  const spoken = (kind: EventLanguage['kind']) =>
    languages.filter((one) => one.kind === kind).map((one) => languageName(one.language, locale));
  const row = (label: Parameters<typeof t>[0], value: SummaryRow['value'] | null): SummaryRow[] =>
    value === null ? [] : [{ label: t(label), value }];
  const named = (kind: EventLanguage['kind']) => (spoken(kind).length > 0 ? list(spoken(kind)) : null);
  return [
    ...(isUnderWhen ? [] : [...row('event_when', when), ...row('event_where', where)]),
    ...row('event_talk', named('talk')),
    ...row('event_interpretation', named('interpretation')),
    ...row('event_materials', named('materials')),
    ...row('event_audience', t(`audience_${event.audience}`)),
    ...row('event_fee', event.feeJpy > 0 ? yen(event.feeJpy) : t('event_free')),
    ...row(
      'event_suggested_gift',
      event.suggestedGiftJpy === null ? null : t('event_suggested', { amount: yen(event.suggestedGiftJpy) }),
    ),
    ...row(
      'event_program',
      program && <Link href={housePaths.program({ program })}>{t(`program_${program}`)}</Link>,
    ),
    ...row('event_bring', bring),
    ...row(
      'event_access',
      event.access.length > 0 ? list(event.access.map((one) => t(`access_${one}`))) : null,
    ),
    ...row('event_photos', t(`photos_${event.photoPolicy}`)),
  ];
}
