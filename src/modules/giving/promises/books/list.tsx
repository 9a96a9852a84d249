import { defineForm, pick } from '../../../../kits/forms/index.ts';
import { listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../../ui/index.ts';
import { anyOf } from '../../filters.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { PromiseChip } from '../chip.tsx';
import { countPassing, listPromises } from '../store/lists.ts';

const STATES = ['active', 'card_failed', 'paused', 'lapsed', 'cancelled', 'announced'] as const;

/** Everything that is promised every month, for the treasurer. */
export const promiseList = listRoutes({
  path: givingPaths.booksPromises,
  access: ['treasurer'],
  audit: 'giving.promises.viewed',
  filters: defineForm(givingStaffMessages, [
    pick('state', anyOf(STATES), {
      orAll: true,
      label: 'promise_state',
      options: (locale) =>
        STATES.map((value) => ({
          value,
          label: givingStaffMessages.in(locale).plain(`promise_state_${value}`),
        })),
    }),
  ]),
  tabs: { by: 'state', counts: ({ db }) => countPassing(db) },
  find: ({ db }, filters, window) => listPromises(db, filters, window),
  about: (rows) => ({ subjectIds: rows.flatMap(({ donorPersonId }) => donorPersonId ?? []) }),
  columns: [
    {
      key: 'donor',
      head: 'promise_donor',
      rowHead: true,
      cell: ({ id, donorName }) => (
        <Link href={givingPaths.booksPromise({ id })}>
          <PersonName>{donorName}</PersonName>
        </Link>
      ),
    },
    {
      key: 'amount',
      head: 'promise_amount',
      numeric: true,
      cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
    },
    {
      key: 'since',
      head: 'promise_announced_at',
      needsHead: true,
      cell: ({ announcedAt }, locale) => formatsIn(locale).day(announcedAt),
    },
    { key: 'state', head: 'promise_state', atEnd: true, cell: ({ state }) => <PromiseChip state={state} /> },
  ],
  keyOf: ({ id }) => `promise-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'promises_title',
  lead: 'promises_lead',
  empty: 'promises_empty',
  emptyText: 'promises_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
});
