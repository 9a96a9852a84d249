import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  DataTable,
  FieldRow,
  Form,
  Heading,
  OwnWords,
  Select,
  TextField,
  type TextFieldProps,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { KINDS, NEW_ACCOUNT, PARTS } from '../columns/form.ts';
import type { KeptAccount, KeptImport } from '../types.ts';
import { accountInWords } from './account.tsx';

/** Of a cell: enough to see what it is. */
const MOST_LETTERS = 40;

export interface ColumnsProps {
  readonly file: KeptImport;
  readonly form: FormState;
  readonly accounts: readonly KeptAccount[];
  /** The first lines of the table. */
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Whose table it is and which column is which, beside its first lines. */
export function ColumnsPart(props: ColumnsProps): VNode {
  const t = useWords(givingStaffMessages);
  const { file, form } = props;
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_columns_title')}</Heading>
      <p>{t('bank_columns_lead')}</p>
      <FirstLines {...props} />
      <Form action={givingPaths.bankColumns({ id: file.id })} beside>
        <WhichAccount {...props} />
        <Select
          {...form.field('heads')}
          label={t('bank_column_heads')}
          optional
          options={props.lines.map(({ line }, at) => ({
            value: String(at + 1),
            label: t.plain('bank_line_number', { line }),
          }))}
        />
        <WhichColumns {...props} />
        <Actions>
          <Button kind="main">{t('bank_columns_save')}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function WhichAccount({ accounts, form }: ColumnsProps): VNode {
  const [t, locale] = [useWords(givingStaffMessages), useLocale()];
  return (
    <>
      <Select
        {...form.field('account')}
        label={t('bank_account')}
        options={[
          ...accounts.map((account) => ({ value: account.id, label: accountInWords(account, locale) })),
          { value: NEW_ACCOUNT, label: t.plain('bank_account_new') },
        ]}
      />
      <FieldRow>
        <Digits {...form.field('bank')} label={t('bank_code')} />
        <Digits {...form.field('branch')} label={t('bank_branch')} />
        <Select
          {...form.field('kind')}
          label={t('bank_kind')}
          always
          options={KINDS.map((value) => ({ value, label: t.plain(`bank_kind_${value}`) }))}
        />
        <Digits {...form.field('number')} label={t('bank_number')} />
      </FieldRow>
    </>
  );
}

function Digits(field: Pick<TextFieldProps, 'name' | 'value' | 'refusal' | 'label'>): VNode {
  return <TextField {...field} optional inputmode="numeric" width="short" />;
}

function WhichColumns({ lines, form }: ColumnsProps): VNode {
  const t = useWords(givingStaffMessages);
  const heads = lines[Math.max(0, Number(form.value('heads')) - 1)]?.cells ?? [];
  const most = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const options = Array.from({ length: most }, (_, at) => ({
    value: String(at + 1),
    label: t.plain('bank_column_number', { column: at + 1, head: heads[at] ?? '' }),
  }));
  return (
    <>
      {PARTS.map((part) => (
        <Select
          {...form.field(part)}
          label={t(`bank_column_${part === 'moneyIn' ? 'in' : part === 'moneyOut' ? 'out' : part}`)}
          options={options}
          optional={part !== 'day' && part !== 'name'}
        />
      ))}
    </>
  );
}

function FirstLines({ lines }: ColumnsProps): VNode {
  const t = useWords(givingStaffMessages);
  const most = Math.max(1, ...lines.map(({ cells }) => cells.length));
  return (
    <DataTable
      caption={t('bank_first_lines')}
      rows={lines}
      columns={[
        { key: 'line', head: t('bank_line_head'), rowHead: true, cell: ({ line }) => line },
        ...Array.from({ length: most }, (_, at) => ({
          key: String(at),
          head: String(at + 1),
          cell: ({ cells }: { readonly cells: readonly string[] }) => (
            <OwnWords>{(cells[at] ?? '').slice(0, MOST_LETTERS)}</OwnWords>
          ),
        })),
      ]}
    />
  );
}
