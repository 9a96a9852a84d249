import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  DataTable,
  FileField,
  Form,
  FormErrors,
  OwnWords,
  PageHead,
  PersonName,
  Select,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { IMPORT_KINDS, type ImportKind } from './book-lines.ts';
import type { ImportLine } from './read.ts';

/** Where a table is sent. */
export function ImportPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('import_title')}
        lead={t('import_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={givingPaths.import()} files label={t.plain('import_title')}>
        <Select
          {...form.field('kind')}
          label={t('import_kind')}
          width="medium"
          options={IMPORT_KINDS.map((value) => ({ value, label: labelOf(value, t.plain) }))}
        />
        <FileField
          {...form.field('table')}
          label={t('import_file')}
          hint={t('import_file_hint')}
          accept=".csv,.tsv,.txt,text/csv"
          megabytes={0.4}
        />
        <Actions>
          <Button kind="main">{t('import_look')}</Button>
        </Actions>
      </Form>
    </>
  );
}

const labelOf = (kind: ImportKind, plain: ReturnType<typeof givingStaffMessages.in>['plain']) =>
  kind === 'expense'
    ? plain('import_of_expenses')
    : plain('import_of_gifts', { how: plain(`channel_${kind}`) });

interface CheckProps {
  readonly rows: readonly (ImportLine & { readonly isThere: boolean })[];
  readonly kind: ImportKind;
  readonly version: number;
  readonly form: FormState;
}

/** What is about to be booked, line by line, before it is. */
export function CheckPage({ rows, kind, version, form }: CheckProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  const fresh = rows.filter(({ isThere }) => !isThere);
  const sum = fresh.reduce((total, { amount }) => total + amount, 0);
  return (
    <>
      <PageHead
        title={t('import_check_title')}
        lead={t('import_check_lead', { count: fresh.length, sum: yen(sum) })}
        back={{ href: givingPaths.import(), label: t('import_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <DataTable
        caption={labelOf(kind, t.plain)}
        rows={rows}
        columns={[
          { key: 'line', head: t('import_line'), rowHead: true, cell: ({ line }) => String(line) },
          { key: 'day', head: t('ledger_day'), cell: (row) => day(row.day) },
          {
            key: 'amount',
            head: t('gift_amount'),
            numeric: true,
            needsHead: true,
            cell: ({ amount }) => yen(amount),
          },
          {
            key: 'name',
            head: t('donor_name'),
            cell: ({ name }) => name && <PersonName>{name}</PersonName>,
          },
          { key: 'fund', head: t('fund'), cell: ({ fund }) => t(`fund_${fund}`) },
          { key: 'memo', head: t('memo'), cell: ({ memo }) => memo && <OwnWords>{memo}</OwnWords> },
          {
            key: 'state',
            head: t('gift_state'),
            atEnd: true,
            cell: ({ isThere }) => t(isThere ? 'import_is_there' : 'import_is_new'),
          },
        ]}
      />
      <Form
        action={givingPaths.importCheck()}
        hidden={{ version: String(version) }}
        label={t.plain('import_check_title')}
      >
        <Actions>
          <Button kind="main">{t('import_book')}</Button>
        </Actions>
      </Form>
    </>
  );
}
