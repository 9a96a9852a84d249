import type { VNode } from 'preact';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { ReadIn, useFormats, useWords } from '../../../platform/languages/reading.tsx';
import {
  Button,
  Columns,
  DataTable,
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  PersonName,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { isDoorOpen } from '../door/press.ts';
import { notWrittenIn } from '../event/whole.ts';
import { EventTitle } from '../open/event-title.tsx';
import { eventsPaths } from '../paths.ts';
import { eventsStaffMessages } from '../words.ts';
import { EventActs, NextAct } from './event-acts.tsx';
import type { DeskEventProps } from './event-props.ts';
import { Preview } from './preview.tsx';
import { useSeatKind } from './seat-kind.ts';
import { DeskStateChip } from './state-chip.tsx';

/** An event for those who plan it: how it stands, what to do next, who comes, how it reads in every language. */
export function DeskEventPage(props: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { event, languages, form, campaign } = props;
  return (
    <>
      <PageHead
        title={<EventTitle event={event} />}
        back={{ href: eventsPaths.deskEvents(), label: t('desk_events') }}
        aside={<DeskStateChip event={event} />}
      />
      <FormErrors refusals={form.refusals} />
      <NextAct {...props} />
      <Columns first aside={<Ways {...props} />}>
        <SummaryList rows={useFacts(props)} />
        <SeatsTable {...props} />
        <section class="stack">
          <h2>{t('desk_event_words')}</h2>
          {LOCALES.filter((one) => !notWrittenIn(event).includes(one)).map((one) => (
            <ReadIn locale={one}>
              <Preview {...{ event, languages, campaign }} />
            </ReadIn>
          ))}
        </section>
        <EventActs {...props} />
      </Columns>
    </>
  );
}

function useFacts({ event, responsible }: DeskEventProps): SummaryRow[] {
  const t = useWords(eventsStaffMessages);
  const { span, dayTime } = useFormats();
  const isOpen = event.state === 'postponed';
  return [
    {
      label: t('desk_event_when'),
      value: isOpen ? t('desk_event_day_is_open') : span(event.startsAt, event.endsAt),
    },
    ...(isOpen ? [] : [{ label: t('event_write_closes_on'), value: dayTime(event.registrationClosesAt) }]),
    ...(event.address
      ? [{ label: t('event_write_address'), value: <OwnWords>{event.address}</OwnWords> }]
      : []),
    ...(event.onlineUrl
      ? [{ label: t('event_write_online_url'), value: <Link href={event.onlineUrl}>{event.onlineUrl}</Link> }]
      : []),
    {
      label: t('event_write_responsible_id'),
      value: responsible ? <PersonName>{responsible}</PersonName> : t('desk_event_nobody'),
    },
    ...(event.copiedFrom
      ? [
          {
            label: t('desk_event_series'),
            value: (
              <Link href={eventsPaths.deskEvent({ id: event.copiedFrom })}>{t('desk_event_before')}</Link>
            ),
          },
        ]
      : []),
  ];
}

function SeatsTable({ seats }: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { count } = useFormats();
  const sayKind = useSeatKind();
  return (
    <DataTable
      caption={t('desk_event_seats')}
      rows={seats}
      empty={<p>{t('desk_event_seats_uncounted')}</p>}
      columns={[
        { key: 'kind', head: t('desk_event_seat_kind'), rowHead: true, cell: sayKind },
        {
          key: 'taken',
          head: t('desk_event_seats_taken'),
          numeric: true,
          needsHead: true,
          cell: ({ taken }) => count(taken),
        },
        {
          key: 'all',
          head: t('desk_event_seats_all'),
          numeric: true,
          cell: ({ capacity }) => count(capacity),
        },
      ]}
    />
  );
}

/** Where one goes from here. */
function Ways({ event, registered, now }: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { id, state, publishedAt } = event;
  const isWritten = state === 'draft' || state === 'published' || state === 'closed';
  return (
    <nav class="stack" data-gap="small" data-screen-only aria-label={t.plain('desk_event_ways')}>
      {isDoorOpen(event, now) && (
        <Button kind="main" href={eventsPaths.door({ id })}>
          {t('desk_door')}
        </Button>
      )}
      {publishedAt && (
        <Button href={eventsPaths.deskRegistrations({ id })}>
          {t('desk_event_registrations', { count: registered })}
        </Button>
      )}
      {publishedAt && <Link href={eventsPaths.deskDoorList({ id })}>{t('door_list')}</Link>}
      {(state === 'over' || state === 'reported') && (
        <Link href={eventsPaths.deskReport({ id })}>{t('report')}</Link>
      )}
      {publishedAt && <Link href={eventsPaths.deskHelpers({ id })}>{t('helpers')}</Link>}
      {isWritten && <Link href={eventsPaths.deskEventWords({ id })}>{t('event_write')}</Link>}
      {publishedAt && <Link href={eventsPaths.event({ id })}>{t('desk_event_see')}</Link>}
      <Link href={eventsPaths.deskEventCopy({ id, step: 'week' })}>{t('event_copy_week')}</Link>
      <Link href={eventsPaths.deskEventCopy({ id, step: 'month' })}>{t('event_copy_month')}</Link>
    </nav>
  );
}
