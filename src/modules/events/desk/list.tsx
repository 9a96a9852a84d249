import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn, yearOf } from '../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { EventTitle } from '../open/event-title.tsx';
import { eventsPaths } from '../paths.ts';
import { countPlanned, listPlanned } from '../store/desk.ts';
import { eventsStaffMessages } from '../words.ts';
import { DeskStateChip } from './state-chip.tsx';

const PARTS = ['review', 'drafts', 'past'] as const;

/** All events: to come, waiting for a second pair of eyes, begun, past. */
export const eventsList = listRoutes({
  path: eventsPaths.deskEvents,
  access: ['coordinator'],
  audit: null,
  filters: defineForm(eventsStaffMessages, [
    pick(
      'show',
      z.preprocess((show) => show || undefined, z.enum(PARTS).optional()),
      {
        label: 'desk_events',
        options: (locale) =>
          PARTS.map((value) => ({
            value,
            label: eventsStaffMessages.in(locale).plain(`desk_events_${value}`),
          })),
      },
    ),
  ]),
  tabs: { by: 'show', first: 'desk_events_to_come', counts: ({ db }) => countPlanned(db) },
  async find({ db, locale }, { show }, window) {
    const found = await listPlanned(db, show ?? 'to_come', window);
    const persons = await findPersons(
      db,
      found.rows.map(({ responsibleId }) => responsibleId),
    );
    const rows = found.rows.map((event) => {
      const person = persons.get(event.responsibleId);
      return { ...event, responsible: person ? callName(person, locale) : null };
    });
    return { rows, next: found.next };
  },
  columns: [
    {
      key: 'title',
      head: 'event_write_title',
      rowHead: true,
      cell: (event, locale) => (
        <Link href={eventsPaths.deskEvent({ id: event.id })} apart={formatsIn(locale).day(event.startsAt)}>
          <EventTitle event={event} />
        </Link>
      ),
    },
    {
      key: 'when',
      head: 'desk_event_when',
      cell: ({ startsAt, endsAt, state }, locale, now) =>
        state === 'postponed'
          ? eventsStaffMessages.in(locale)('desk_event_day_is_open')
          : formatsIn(locale).shortSpan(startsAt, endsAt, yearOf(now)),
    },
    {
      key: 'seats',
      head: 'desk_event_seats',
      needsHead: true,
      cell: ({ seats, waiting }, locale) => {
        const t = eventsStaffMessages.in(locale);
        if (!seats) return t('desk_event_seats_uncounted');
        return waiting > 0
          ? t('desk_event_seats_and_waiting', { ...seats, waiting })
          : t('desk_event_taken', seats);
      },
    },
    {
      key: 'responsible',
      head: 'event_write_responsible_id',
      needsHead: true,
      cell: ({ responsible }) => responsible && <PersonName>{responsible}</PersonName>,
    },
    { key: 'state', head: 'desk_event_state', atEnd: true, cell: (event) => <DeskStateChip event={event} /> },
  ],
  keyOf: ({ id }) => `event-${id}`,
  rowsAPage: 50,
  words: eventsStaffMessages,
  title: 'desk_events',
  lead: 'desk_events_lead',
  empty: 'desk_events_empty',
  emptyText: 'desk_events_empty_text',
  ways: [{ href: eventsPaths.deskEventNew(), label: 'event_new' }],
});
