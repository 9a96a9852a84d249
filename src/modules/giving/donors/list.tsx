import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, line, pick, unseen } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link, OwnWords, PersonName } from '../../../ui/index.ts';
import { anyOf, searched } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { listDonors } from './store/lists.ts';
import { findDonor } from './store.ts';

const KINDS = ['person', 'organization'] as const;

/** Everybody who gives or has announced a gift, for the treasurer; and as a file. */
export const donorListRoutes = listRoutes({
  path: givingPaths.donors,
  access: ['treasurer'],
  audit: 'giving.donors.viewed',
  filters: defineForm(givingStaffMessages, [
    line('words', searched, { label: 'donor_words', type: 'search', autocomplete: 'off' }),
    pick('kind', anyOf(KINDS), {
      label: 'donor_kind',
      orAll: true,
      options: (locale) =>
        KINDS.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`donor_is_${value}`) })),
    }),
    unseen('beside', z.uuid().optional().catch(undefined)),
  ]),
  async find({ db }, { beside, ...filters }, window) {
    const { rows, next } = await listDonors(db, filters, window);
    const other = beside ? await findDonor(db, beside) : null;
    // Beside whom one of them is looked at: nobody beside themselves.
    const choices = rows.filter(({ id }) => id !== beside).map((row) => ({ ...row, beside }));
    return { rows: choices, next, notice: other ? <ChooseOther name={other.name} /> : undefined };
  },
  about: (rows) => ({ subjectIds: rows.flatMap(({ personId }) => personId ?? []) }),
  columns: [
    {
      key: 'name',
      head: 'donor_name',
      rowHead: true,
      cell: ({ id, name, beside }) => (
        <Link
          href={beside ? givingPaths.donorsBeside({ id: beside, otherId: id }) : givingPaths.donor({ id })}
        >
          <PersonName>{name}</PersonName>
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'kind',
      head: 'donor_kind',
      cell: ({ kind }, locale) => givingStaffMessages.in(locale)(`donor_is_${kind}`),
      text: ({ kind }, locale) => givingStaffMessages.in(locale).plain(`donor_is_${kind}`),
    },
    { key: 'email', head: 'donor_email', cell: ({ email }) => email, text: ({ email }) => email },
    {
      key: 'address',
      head: 'donor_address',
      cell: ({ address }) => address && <OwnWords>{address}</OwnWords>,
      text: ({ address }) => address,
    },
    {
      key: 'given',
      head: 'donor_given',
      numeric: true,
      needsHead: true,
      cell: ({ given }, locale) => formatsIn(locale).yen(given),
      text: ({ given }) => Number(given),
    },
    {
      key: 'last',
      head: 'donor_last_on',
      needsHead: true,
      cell: ({ lastOn }, locale) => lastOn && formatsIn(locale).day(lastOn),
      text: ({ lastOn }) => lastOn?.toString() ?? null,
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
  ways: [{ href: givingPaths.donorsAlike(), label: 'donors_alike_title' }],
  exported: {
    path: givingPaths.donorsExport,
    audit: 'giving.donors.exported',
    whose: ({ personId }) => (personId ? [personId] : []),
  },
});

function ChooseOther({ name }: { readonly name: string }): VNode {
  return (
    <p>{useWords(givingStaffMessages)('donors_choose_other', { name: <PersonName>{name}</PersonName> })}</p>
  );
}
