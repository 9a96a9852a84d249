import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, DataTable, Disclosure, Form, OwnWords, TextArea } from '../../../ui/index.ts';
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

/** Taking back what was booked wrongly, with why; open while what was typed in it is to be mended. */
export function TakingBack(props: {
  readonly id: string;
  readonly action: string;
  /** What is booked then. */
  readonly text: Words;
  readonly form: FormState;
  readonly open: boolean;
}): VNode {
  const t = useWords(givingStaffMessages);
  const { id, action, text, form, open } = props;
  return (
    <Disclosure id={id} summary={t('gift_correct')} open={open}>
      <p>{text}</p>
      <Form action={action} label={t.plain('gift_correct')}>
        <TextArea {...form.field('reason')} label={t('gift_correct_reason')} rows={2} maxLength={500} />
        <Actions>
          <Button kind="danger">{t('gift_correct_button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
