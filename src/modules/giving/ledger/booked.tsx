import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { DataTable, OwnWords } from '../../../ui/index.ts';
import { givingStaffMessages } from '../words.ts';
import type { BookedTransaction } from './store/booked.ts';

/** Transactions with their entries, for the page of whatever they are about. */
export function TransactionsTable({
  caption,
  booked,
}: {
  readonly caption: Words;
  readonly booked: readonly BookedTransaction[];
}): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  const rows = booked.flatMap((one) => one.entries.map((entry) => ({ ...one, ...entry })));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { key: 'account', head: t('account'), rowHead: true, cell: ({ account }) => t(`account_${account}`) },
        { key: 'day', head: t('ledger_day'), cell: ({ occurredOn }) => day(occurredOn) },
        { key: 'kind', head: t('ledger_kind'), cell: ({ kind }) => t(`transaction_${kind}`) },
        {
          key: 'debit',
          head: t('debit'),
          numeric: true,
          needsHead: true,
          cell: ({ amount }) => amount > 0 && yen(amount),
        },
        {
          key: 'credit',
          head: t('credit'),
          numeric: true,
          needsHead: true,
          cell: ({ amount }) => amount < 0 && yen(-amount),
        },
        { key: 'memo', head: t('memo'), cell: ({ memo }) => memo && <OwnWords>{memo}</OwnWords> },
      ]}
    />
  );
}
