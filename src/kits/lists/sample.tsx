import type { VNode } from 'preact';
import { pathTo } from '../../platform/addresses/path-to.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { text } from '../../platform/web/form-fields.ts';
import { Section } from '../../ui/styleguide/index.ts';
import { defineForm, line } from '../forms/index.ts';
import type { ListOf } from './define.ts';
import { ListBody } from './view.tsx';
import { sampleMessages } from './words.ts';

type Key = Parameters<ReturnType<typeof sampleMessages.in>>[0];
interface Room {
  readonly id: 1 | 2;
  readonly seats: number;
}

const ROOMS: readonly Room[] = [
  { id: 1, seats: 12 },
  { id: 2, seats: 30 },
];

const rooms: ListOf<Room, { readonly q: string }, Key> = {
  path: pathTo('/styleguide'),
  access: 'everyone',
  audit: null,
  filters: defineForm(sampleMessages, [line('q', text(40), { label: 'sample_q', type: 'search' })]),
  find: async () => ({ rows: ROOMS, next: null }),
  columns: [
    {
      key: 'room',
      head: 'sample_room',
      rowHead: true,
      cell: ({ id }, locale) => sampleMessages.in(locale)(`sample_room_${id}`),
    },
    { key: 'seats', head: 'sample_seats', numeric: true, cell: ({ seats }) => seats },
  ],
  keyOf: ({ id }) => `room-${id}`,
  rowsAPage: 2,
  words: sampleMessages,
  title: 'sample_title',
  lead: 'sample_lead',
  search: 'sample_search',
  caption: 'sample_found',
  empty: 'sample_empty',
  emptyText: 'sample_empty_text',
};

/** A list that is shown whole: the guide has its pager already, and a page needs no two of one name. */
export function ListsSample(): VNode {
  const t = useWords(sampleMessages);
  const found = { rows: ROOMS, next: null };
  return (
    <Section id="kit-lists" title={t('sample_title')}>
      <ListBody
        list={rooms}
        values={{ q: '' }}
        found={found}
        after={null}
        now={Temporal.Instant.fromEpochMilliseconds(0)}
        roles={new Set()}
      />
    </Section>
  );
}
