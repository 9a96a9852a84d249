import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { type Column, DataTable, PageHead, PersonName } from '../../../../ui/index.ts';
import { EventTitle } from '../../open/event-title.tsx';
import { eventsPaths } from '../../paths.ts';
import type { Event, Registration } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';
import { sayExtras, sayParty } from './party.ts';

interface DoorListProps {
  readonly event: Event;
  readonly seated: readonly Registration[];
  readonly waiting: readonly Registration[];
}

/** The sheet for the door: names and parties with room to tick. What somebody needs or asks stands on no paper. */
export function DoorListPage({ event, seated, waiting }: DoorListProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { span } = useFormats();
  const people = seated.reduce((all, { party }) => all + party.length, 0);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('door_list_of', { event: <EventTitle event={event} /> })}
        lead={span(event.startsAt, event.endsAt)}
        back={{ href: eventsPaths.deskRegistrations({ id: event.id }), label: t('registrations_title') }}
      />
      <p data-screen-only>{t('door_list_print')}</p>
      <DataTable
        caption={t('door_list_seated', { count: seated.length, people })}
        rows={seated}
        columns={columns}
        rowKey={({ id }) => `seated-${id}`}
        empty={<p>{t('door_list_none')}</p>}
      />
      {waiting.length > 0 && (
        <DataTable
          caption={t('door_list_waiting')}
          rows={waiting}
          columns={columns}
          rowKey={({ id }) => `waiting-${id}`}
        />
      )}
      <p class="quiet">{t('door_list_shred')}</p>
    </>
  );
}

function useColumns(): Column<Registration>[] {
  const t = useWords(eventsStaffMessages);
  const locale = useLocale();
  return [
    { key: 'came', head: t('door_list_came'), only: 'paper', cell: () => <span class="write-here" /> },
    {
      key: 'name',
      head: t('registration_name'),
      rowHead: true,
      cell: ({ name }) => <PersonName>{name}</PersonName>,
    },
    { key: 'party', head: t('registration_party'), cell: ({ party }) => sayParty(party, locale) },
    { key: 'extras', head: t('registration_extras'), cell: ({ party }) => sayExtras(party, locale) },
  ];
}
