import type { VNode } from 'preact';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Link,
  PageHead,
  PersonName,
  StatusChip,
} from '../../../../ui/index.ts';
import { EventTitle } from '../../open/event-title.tsx';
import { eventsPaths } from '../../paths.ts';
import type { Event, Registration } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';
import { sayExtras, sayParty } from './party.ts';

interface RegistrationsProps {
  readonly event: Event;
  readonly seated: readonly Registration[];
  readonly offered: readonly Registration[];
  /** In the order in which seats are offered. */
  readonly waiting: readonly Registration[];
  /** Who has said what they need, or asked something. */
  readonly withWords: ReadonlySet<string>;
  readonly now: Temporal.Instant;
}

/** Who has seats, who has an offer, who waits and at which place. */
export function RegistrationsPage(props: RegistrationsProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { event, seated, offered, waiting } = props;
  const columns = useColumns(props);
  const place = new Map(waiting.map(({ id }, at) => [id, at + 1]));
  const isEmpty = seated.length + offered.length + waiting.length === 0;
  return (
    <>
      <PageHead
        title={t('registrations_title')}
        lead={t('registrations_lead')}
        back={{ href: eventsPaths.deskEvent({ id: event.id }), label: <EventTitle event={event} /> }}
      />
      {isEmpty && <EmptyState title={t('registrations_none')}>{t('registrations_none_text')}</EmptyState>}
      {seated.length > 0 && (
        <>
          <p data-screen-only>
            <Button href={eventsPaths.door({ id: event.id })}>{t('desk_door')}</Button>{' '}
            <Button href={eventsPaths.deskDoorList({ id: event.id })}>{t('door_list')}</Button>
          </p>
          <Those
            caption={t('registrations_seated', { count: seated.length })}
            rows={seated}
            columns={columns}
          />
        </>
      )}
      {offered.length > 0 && (
        <Those
          caption={t('registrations_offered', { count: offered.length })}
          rows={offered}
          columns={[...columns, useUntil(props)]}
        />
      )}
      {waiting.length > 0 && (
        <Those
          caption={t('registrations_waiting', { count: waiting.length })}
          rows={waiting}
          columns={[
            ...columns,
            {
              key: 'place',
              head: t('registration_place'),
              needsHead: true,
              cell: ({ id }) => place.get(id),
            },
          ]}
        />
      )}
    </>
  );
}

function Those(props: {
  readonly caption: Words;
  readonly rows: readonly Registration[];
  readonly columns: readonly Column<Registration>[];
}): VNode {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      columns={props.columns}
      rowKey={({ id }) => `registration-${id}`}
    />
  );
}

function useColumns({ withWords }: RegistrationsProps): Column<Registration>[] {
  const t = useWords(eventsStaffMessages);
  const locale = useLocale();
  return [
    {
      key: 'name',
      head: t('registration_name'),
      rowHead: true,
      cell: ({ id, name }) => (
        <Link href={eventsPaths.deskRegistration({ id })}>
          <PersonName>{name}</PersonName>
        </Link>
      ),
    },
    { key: 'party', head: t('registration_party'), cell: ({ party }) => sayParty(party, locale) },
    { key: 'extras', head: t('registration_extras'), cell: ({ party }) => sayExtras(party, locale) },
    {
      key: 'words',
      head: t('registration_words'),
      atEnd: true,
      cell: ({ id }) =>
        withWords.has(id) && <StatusChip tone="notice">{t('registration_has_words')}</StatusChip>,
    },
  ];
}

function useUntil({ now }: RegistrationsProps): Column<Registration> {
  const t = useWords(eventsStaffMessages);
  const { shortDayTime } = useFormats();
  return {
    key: 'until',
    head: t('registration_offered_until'),
    needsHead: true,
    cell: ({ offeredUntil }) => offeredUntil && shortDayTime(offeredUntil, yearOf(now)),
  };
}
