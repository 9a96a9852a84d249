import { defineForm, line } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { searched } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { listDonors } from './store/lists.ts';

/** Everybody who gives or has announced a gift, for the treasurer. */
export const donorListRoutes = listRoutes({
  path: givingPaths.donors,
  access: ['treasurer'],
  audit: 'giving.donors.viewed',
  filters: defineForm(givingStaffMessages, [
    line('words', searched, { label: 'donor_words', type: 'search', autocomplete: 'off' }),
  ]),
  find: ({ db }, filters, window) => listDonors(db, filters, window),
  about: (rows) => ({ subjectIds: rows.flatMap(({ personId }) => personId ?? []) }),
  columns: [
    {
      key: 'name',
      head: 'donor_name',
      rowHead: true,
      cell: ({ id, name }) => (
        <Link href={givingPaths.donor({ id })}>
          <PersonName>{name}</PersonName>
        </Link>
      ),
    },
    {
      key: 'kind',
      head: 'donor_kind',
      cell: ({ kind }, locale) => givingStaffMessages.in(locale)(`donor_is_${kind}`),
    },
    { key: 'email', head: 'donor_email', cell: ({ email }) => email },
    {
      key: 'given',
      head: 'donor_given',
      numeric: true,
      needsHead: true,
      cell: ({ given }, locale) => formatsIn(locale).yen(given),
    },
    {
      key: 'last',
      head: 'donor_last_on',
      needsHead: true,
      cell: ({ lastOn }, locale) => lastOn && formatsIn(locale).day(lastOn),
    },
  ],
  keyOf: ({ id }) => `donor-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'donors_title',
  lead: 'donors_lead',
  search: 'ledger_search',
  empty: 'donors_empty',
  emptyText: 'donors_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
});
