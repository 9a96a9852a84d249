import { defineForm, line, pick } from '../../../../kits/forms/index.ts';
import { listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { Link, PersonName } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { anyOf, fiscalYear } from '../../filters.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages, givingStaffMessages } from '../../words.ts';
import { ReceiptChip } from '../chip.tsx';
import { numberOf } from '../rules.ts';
import { listReceipts } from '../store/lists.ts';
import { RECEIPT_STATES } from '../types.ts';

/** All receipts by number, for the treasurer. */
export const receiptListRoutes = listRoutes({
  path: givingPaths.receipts,
  access: ['treasurer'],
  audit: 'giving.receipts.viewed',
  filters: defineForm(givingStaffMessages, [
    line('fiscalYear', fiscalYear, { inputmode: 'numeric' }),
    pick('state', anyOf(RECEIPT_STATES), {
      label: 'receipt_state',
      orAll: true,
      options: (locale) =>
        RECEIPT_STATES.map((value) => ({
          value,
          label: givingMessages.in(locale).plain(`receipt_is_${value}`),
        })),
    }),
  ]),
  find: ({ db }, filters, window) => listReceipts(db, filters, window),
  about: (rows) => ({ subjectIds: rows.flatMap(({ personId }) => personId ?? []) }),
  columns: [
    {
      key: 'number',
      head: 'receipt_number',
      rowHead: true,
      cell: (receipt) => <Link href={givingPaths.receipt({ id: receipt.id })}>{numberOf(receipt)}</Link>,
      text: (receipt) => numberOf(receipt),
    },
    {
      key: 'name',
      head: 'receipt_donor',
      cell: ({ name }) => <PersonName>{name}</PersonName>,
      text: ({ name }) => name,
    },
    {
      key: 'day',
      head: 'receipt_issued_on',
      cell: ({ issuedAt }, locale) => formatsIn(locale).day(issuedAt),
      text: ({ issuedAt }) => dayInJapan(issuedAt).toString(),
    },
    {
      key: 'kind',
      head: 'receipt_kind',
      needsHead: true,
      cell: ({ kind }, locale) => givingStaffMessages.in(locale)(`receipt_kind_${kind}`),
      text: ({ kind }, locale) => givingStaffMessages.in(locale).plain(`receipt_kind_${kind}`),
    },
    {
      key: 'amount',
      head: 'receipt_amount',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
      text: ({ amount }) => amount,
    },
    {
      key: 'state',
      head: 'receipt_state',
      atEnd: true,
      cell: (receipt) => <ReceiptChip state={receipt.state} />,
      text: ({ state }, locale) => givingMessages.in(locale).plain(`receipt_is_${state}`),
    },
  ],
  keyOf: ({ id }) => `receipt-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'receipts_title',
  lead: 'receipts_lead',
  search: 'receipts_search',
  empty: 'receipts_empty',
  emptyText: 'receipts_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
  ways: [
    { href: givingPaths.receiptsWaiting(), label: 'receipts_waiting_title' },
    { href: givingPaths.receiptsYearly(), label: 'receipts_yearly_title' },
    { href: givingPaths.receiptsToPost(), label: 'receipts_post_title' },
  ],
  exported: {
    path: givingPaths.receiptsExport,
    audit: 'giving.receipts.exported',
    whose: ({ personId }) => (personId ? [personId] : []),
  },
});
