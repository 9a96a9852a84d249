import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import type { LineState } from '../types.ts';
import { accountInWords } from './account.tsx';
import { CancelPart, DoubtPart, OutPart } from './line-parts.tsx';
import type { LineProps } from './line-props.ts';
import { MoneyInPart } from './money-in.tsx';

const TONES: Readonly<Record<LineState, Tone>> = {
  doubtful: 'notice',
  known: 'plain',
  unexplained: 'waiting',
  explained: 'good',
  canceled: 'plain',
  out: 'waiting',
};

/** One line of the bank: what it says, and whatever can be done with it. */
export function LinePage(props: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { line, form } = props;
  const back = { href: givingPaths.bankQueue(), label: t('bank_queue_title') };
  return (
    <>
      <PageHead
        title={t('bank_line_title')}
        back={back}
        aside={<StatusChip tone={TONES[line.state]}>{t(`bank_state_${line.state}`)}</StatusChip>}
      />
      <FormErrors refusals={form.refusals} />
      <LineFacts {...props} />
      {line.state === 'doubtful' && <DoubtPart {...props} />}
      {line.state === 'out' && <OutPart {...props} />}
      {line.state === 'unexplained' && line.kind === 'back' && <CancelPart {...props} />}
      {line.state === 'unexplained' && line.kind === 'in' && <MoneyInPart {...props} />}
      {line.state === 'explained' && <ExplainedPart {...props} />}
    </>
  );
}

function LineFacts({ line, account }: LineProps): VNode {
  const [t, locale, { yen, day }] = [useWords(givingStaffMessages), useLocale(), useFormats()];
  const rows = [
    {
      label: t(line.amount < 0 ? 'bank_payee' : 'bank_payer'),
      value: line.payer ? <PersonName>{line.payer}</PersonName> : t('bank_no_name'),
    },
    { label: t(`bank_is_${line.kind}`), value: yen(Math.abs(line.amount)) },
    { label: t('ledger_day'), value: day(line.day) },
    ...(line.details ? [{ label: t('bank_details'), value: <OwnWords>{line.details}</OwnWords> }] : []),
    ...(account ? [{ label: t('bank_account'), value: accountInWords(account, locale) }] : []),
  ];
  return <SummaryList rows={rows} />;
}

function ExplainedPart({ line, explanations, isFirstByName }: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_explained_as')}</Heading>
      {isFirstByName && (
        <Notice tone="notice" title={t('bank_first_by_name')}>
          {t('bank_first_by_name_what')}
        </Notice>
      )}
      <SummaryList
        rows={explanations.map((one) => ({
          label: t(`bank_explained_${one.kind}`),
          value: (
            <>
              {yen(Math.abs(one.amount))} {one.donorName && <PersonName>{one.donorName}</PersonName>}
              {one.account && t(`account_${one.account}`)} ({t(`bank_explained_by_${one.explainedBy}`)})
            </>
          ),
        }))}
      />
      <Actions>
        <ActionForm
          action={givingPaths.bankUndoing({ id: line.id })}
          hidden={{ version: String(line.version) }}
          confirm={t('bank_undo_confirm')}
        >
          {t('bank_undo')}
        </ActionForm>
      </Actions>
    </section>
  );
}
