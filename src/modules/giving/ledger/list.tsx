import { z } from 'zod';
import { defineForm, line, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { Link, OwnWords } from '../../../ui/index.ts';
import { anyOf, fiscalYear } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { ACCOUNTS } from '../types.ts';
import { givingStaffMessages } from '../words.ts';
import { listLedger } from './store/lists.ts';

/** The ledger, entry by entry, for the treasurer and for accountants. */
export const ledgerRoutes = listRoutes({
  path: givingPaths.ledger,
  access: ['treasurer'],
  audit: 'giving.ledger.viewed',
  filters: defineForm(givingStaffMessages, [
    line('fiscalYear', fiscalYear, { inputmode: 'numeric' }),
    line(
      'month',
      z
        .string()
        .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
        .optional()
        .catch(undefined),
      {
        label: 'ledger_month',
        hint: 'ledger_month_hint',
        width: 'short',
      },
    ),
    pick('account', anyOf(ACCOUNTS), {
      orAll: true,
      options: (locale) =>
        ACCOUNTS.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`account_${value}`) })),
    }),
  ]),
  find: ({ db }, filters, window) => listLedger(db, filters, window),
  columns: [
    {
      key: 'day',
      head: 'ledger_day',
      cell: ({ occurredOn }, locale) => formatsIn(locale).day(occurredOn),
      text: ({ occurredOn }) => occurredOn.toString(),
    },
    {
      key: 'kind',
      head: 'ledger_kind',
      rowHead: true,
      cell: ({ kind }, locale) => givingStaffMessages.in(locale)(`transaction_${kind}`),
      text: ({ kind }, locale) => givingStaffMessages.in(locale).plain(`transaction_${kind}`),
    },
    {
      key: 'account',
      head: 'account',
      cell: ({ account }, locale) => givingStaffMessages.in(locale)(`account_${account}`),
      text: ({ account }, locale) => givingStaffMessages.in(locale).plain(`account_${account}`),
    },
    {
      key: 'fund',
      head: 'fund',
      needsHead: true,
      cell: ({ fund }, locale) => givingStaffMessages.in(locale)(`fund_${fund}`),
      text: ({ fund }, locale) => givingStaffMessages.in(locale).plain(`fund_${fund}`),
    },
    {
      key: 'debit',
      head: 'debit',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => amount > 0 && formatsIn(locale).yen(amount),
      text: ({ amount }) => (amount > 0 ? amount : null),
    },
    {
      key: 'credit',
      head: 'credit',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => amount < 0 && formatsIn(locale).yen(-amount),
      text: ({ amount }) => (amount < 0 ? -amount : null),
    },
    {
      key: 'memo',
      head: 'memo',
      cell: ({ memo }) => memo && <OwnWords>{memo}</OwnWords>,
      text: ({ memo }) => memo,
    },
    {
      key: 'transaction',
      head: 'transaction',
      cell: ({ transactionId: id }) => <Link href={givingPaths.transaction({ id })}>{id.slice(0, 8)}</Link>,
      text: ({ transactionId }) => transactionId,
    },
  ],
  keyOf: ({ transactionId, line }) => `entry-${transactionId}-${line}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'ledger_title',
  lead: 'ledger_lead',
  search: 'ledger_search',
  empty: 'ledger_empty',
  emptyText: 'ledger_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
  exported: { path: givingPaths.ledgerExport, audit: 'giving.ledger.exported', whose: () => [] },
});
