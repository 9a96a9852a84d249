import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  DataTable,
  FileField,
  Form,
  FormErrors,
  Heading,
  Link,
  PageHead,
  PersonName,
  SummaryList,
  WorkList,
  WorkRow,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import type { ByName } from '../store/explanations.ts';
import { WAITING, type Waiting } from '../store/lines.ts';
import type { KeptAccount, KeptImport } from '../types.ts';
import { accountInWords } from './account.tsx';

export const MEGABYTES = 4;

export interface OverviewProps {
  readonly form: FormState;
  readonly accounts: readonly KeptAccount[];
  readonly lastDays: ReadonlyMap<string, Temporal.PlainDate>;
  readonly waiting: ReadonlyMap<Waiting, { readonly count: number; readonly sum: number }>;
  readonly imports: readonly KeptImport[];
  /** The last that were explained by name and amount alone. */
  readonly byName: readonly ByName[];
}

/** What the bank has told: what waits, where to bring a file, accounts and the last files. */
export function BankPage(props: OverviewProps): VNode {
  const t = useWords(givingStaffMessages);
  const back = { href: givingPaths.books(), label: t('books_title') };
  return (
    <>
      <PageHead title={t('bank_title')} lead={t('bank_lead')} back={back} />
      <FormErrors refusals={props.form.refusals} />
      <WaitingLines {...props} />
      <Form action={givingPaths.bank()} files>
        <FileField
          {...props.form.field('file')}
          label={t('bank_file')}
          hint={t('bank_file_hint', { megabytes: MEGABYTES })}
          accept=".txt,.csv,.dat,.tsv,text/plain,text/csv"
          megabytes={MEGABYTES}
        />
        <Actions>
          <Button kind="main">{t('bank_read_file')}</Button>
        </Actions>
      </Form>
      {props.byName.length > 0 && <ExplainedByName {...props} />}
      {props.accounts.length > 0 && <Accounts {...props} />}
      {props.imports.length > 0 && <Imports {...props} />}
    </>
  );
}

function WaitingLines({ waiting }: OverviewProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  const rows = WAITING.map((state) => {
    const { count, sum } = waiting.get(state) ?? { count: 0, sum: 0 };
    return {
      label: t(`bank_state_${state}`),
      value: t('bank_lines_and_sum', { count, sum: yen(Math.abs(sum)) }),
    };
  });
  return (
    <>
      <SummaryList rows={rows} />
      {waiting.size > 0 && (
        <Actions>
          <Button href={givingPaths.bankQueue()} kind="main">
            {t('bank_queue_open')}
          </Button>
        </Actions>
      )}
    </>
  );
}

function ExplainedByName({ byName }: OverviewProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_by_name_title')}</Heading>
      <p>{t('bank_by_name_what')}</p>
      <WorkList label={t.plain('bank_by_name_title')}>
        {byName.map(({ lineId, day: on, amount, payer, donorName, isFirst }) => (
          <WorkRow
            id={`by-name-${lineId}`}
            when={day(on)}
            title={
              <>
                <PersonName>{payer}</PersonName> {yen(amount)}
              </>
            }
            facts={
              <>
                {t('bank_by_name_as', { name: <PersonName>{donorName}</PersonName> })}{' '}
                {isFirst && t('bank_by_name_first')}
              </>
            }
            act={<Button href={givingPaths.bankLine({ id: lineId })}>{t('bank_by_name_look')}</Button>}
          />
        ))}
      </WorkList>
    </section>
  );
}

function Accounts({ accounts, lastDays }: OverviewProps): VNode {
  const [t, locale, { day }] = [useWords(givingStaffMessages), useLocale(), useFormats()];
  const rows = accounts.map((account) => {
    const last = lastDays.get(account.id);
    return {
      label: accountInWords(account, locale),
      value: last ? t('bank_known_until', { day: day(last) }) : t('bank_nothing_yet'),
    };
  });
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_accounts')}</Heading>
      <SummaryList rows={rows} />
    </section>
  );
}

function Imports({ imports }: OverviewProps): VNode {
  const t = useWords(givingStaffMessages);
  const { dayTime, count } = useFormats();
  return (
    <DataTable
      caption={t('bank_imports')}
      rows={imports}
      columns={[
        {
          key: 'when',
          head: t('bank_read_at'),
          rowHead: true,
          cell: ({ id, readAt, source }) => (
            <Link href={givingPaths.bankImport({ id })}>
              {dayTime(readAt)} · {t(`bank_source_${source}`)}
            </Link>
          ),
        },
        {
          key: 'new',
          head: t('bank_new_lines'),
          numeric: true,
          needsHead: true,
          cell: ({ newLines }) => (newLines === null ? t('bank_not_taken_in') : count(newLines)),
        },
      ]}
    />
  );
}
