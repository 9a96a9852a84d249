import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { Outcome, Refusal } from '../../../../platform/refusal.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  DataTable,
  Disclosure,
  FormErrors,
  Heading,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingRefusals, givingStaffMessages } from '../../words.ts';
import { kindOf } from '../take-in/compare.ts';
import type { Preview } from '../take-in/preview.ts';
import type { KeptImport } from '../types.ts';
import { accountInWords } from './account.tsx';
import { ColumnsPart, type ColumnsProps } from './columns.tsx';

export interface ImportProps {
  readonly file: KeptImport;
  readonly form: FormState;
  /** What it says; a refusal where it can't be taken in as it is. */
  readonly told: Outcome<readonly Preview[]>;
  /** Of a table: which column is which. */
  readonly columns: Omit<ColumnsProps, 'file' | 'form'> | null;
}

/** So many lines are shown. */
const SHOWN = 100;

/** A file before it is taken in: what it says, what of it is new; and afterwards, that it was. */
export function ImportPage(props: ImportProps): VNode {
  const t = useWords(givingStaffMessages);
  const { file, form, told, columns } = props;
  const back = { href: givingPaths.bank(), label: t('bank_title') };
  return (
    <>
      <PageHead title={t('bank_import_title')} lead={t(`bank_source_${file.source}`)} back={back} />
      <FormErrors refusals={form.refusals} />
      {file.state === 'taken_in' ? (
        <Notice
          tone="good"
          title={t('bank_was_taken_in', { count: file.newLines ?? 0 })}
          actions={<QueueLink />}
        />
      ) : told.ok ? (
        <Told file={file} previews={told.value} />
      ) : (
        <Refused refusal={told.refusal} />
      )}
      {columns && file.state === 'read' && (
        <ColumnsFolded isOpen={!told.ok} {...columns} file={file} form={form} />
      )}
    </>
  );
}

const QueueLink = (): VNode => {
  const t = useWords(givingStaffMessages);
  return <Button href={givingPaths.bankQueue()}>{t('bank_queue_open')}</Button>;
};

/** A table whose columns nobody has chosen is not refused: it is asked about. */
function Refused({ refusal: { code, params } }: { readonly refusal: Refusal }): VNode | null {
  const locale = useLocale();
  if (code === 'bank_columns_are_missing') return null;
  return <Notice tone="danger" title={givingRefusals.in(locale)(code as never, params)} />;
}

function ColumnsFolded({ isOpen, ...props }: ColumnsProps & { readonly isOpen: boolean }): VNode {
  const t = useWords(givingStaffMessages);
  if (isOpen) return <ColumnsPart {...props} />;
  return (
    <Disclosure summary={t('bank_columns_change')}>
      <ColumnsPart {...props} />
    </Disclosure>
  );
}

function Told({
  file,
  previews,
}: {
  readonly file: KeptImport;
  readonly previews: readonly Preview[];
}): VNode {
  const t = useWords(givingStaffMessages);
  const isNew = previews.some(({ compared }) => compared.some(({ is }) => is !== 'known'));
  return (
    <>
      {previews.map((preview) => (
        <AccountTold preview={preview} />
      ))}
      {isNew ? (
        <ActionForm action={givingPaths.bankImport({ id: file.id })} kind="main">
          {t('bank_take_in')}
        </ActionForm>
      ) : (
        <Notice
          tone="info"
          title={t('bank_nothing_new')}
          actions={
            <Actions>
              <Button href={givingPaths.bank()}>{t('bank_title')}</Button>
            </Actions>
          }
        />
      )}
    </>
  );
}

function AccountTold({ preview }: { readonly preview: Preview }): VNode {
  const [t, locale, { yen, day, count }] = [useWords(givingStaffMessages), useLocale(), useFormats()];
  const { account, lines, compared, sumIn, sumOut } = preview;
  const days = lines.map((line) => line.day).sort(Temporal.PlainDate.compare);
  const [from, to] = [days[0], days.at(-1)];
  const countOf = (is: string) => count(compared.filter((one) => one.is === is).length);
  return (
    <section class="stack">
      <Heading level={2}>{accountInWords(account, locale)}</Heading>
      <SummaryList
        rows={[
          {
            label: t('bank_days'),
            value:
              from && to && !from.equals(to)
                ? t('bank_from_to', { from: day(from), to: day(to) })
                : from
                  ? day(from)
                  : t('bank_no_lines'),
          },
          { label: t('bank_sum_in'), value: yen(sumIn) },
          { label: t('bank_sum_out'), value: yen(sumOut) },
          { label: t('bank_line_new'), value: countOf('new') },
          { label: t('bank_line_known'), value: countOf('known') },
          { label: t('bank_line_doubtful'), value: countOf('doubtful') },
        ]}
      />
      <LinesTold preview={preview} />
    </section>
  );
}

const TONES = { new: 'good', known: 'plain', doubtful: 'notice' } as const;

function LinesTold({ preview: { compared } }: { readonly preview: Preview }): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  return (
    <>
      <DataTable
        caption={t('bank_lines')}
        rows={compared.slice(0, SHOWN)}
        columns={[
          {
            key: 'payer',
            head: t('bank_payer'),
            rowHead: true,
            cell: ({ line }) => <PersonName>{line.name || line.text}</PersonName>,
          },
          { key: 'day', head: t('ledger_day'), cell: ({ line }) => day(line.day) },
          { key: 'kind', head: t('bank_movement'), cell: ({ line }) => t(`bank_is_${kindOf(line)}`) },
          {
            key: 'amount',
            head: t('bank_amount'),
            numeric: true,
            cell: ({ line }) => yen(line.amountJpy),
          },
          {
            key: 'is',
            head: t('bank_line_is'),
            atEnd: true,
            cell: ({ is }) => <StatusChip tone={TONES[is]}>{t(`bank_line_${is}`)}</StatusChip>,
          },
        ]}
      />
      {compared.length > SHOWN && <p>{t('bank_more_lines', { count: compared.length - SHOWN })}</p>}
    </>
  );
}
