import type { VNode } from 'preact';
import { FilledIn, type FormOf, typed } from '../../../kits/forms/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { OwnPage } from '../../../platform/parts/public/worded-page.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  EmptyState,
  Form,
  Notice,
  PageHead,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { wordsOf, written } from '../campaigns/open/words.ts';
import type { Campaign } from '../campaigns/types.ts';
import type { Measured } from '../deeds/cost.ts';
import { MeasuredCosts } from '../deeds/measured.tsx';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';
import type { GiveFields } from './form.ts';
import { amountOf } from './rules.ts';

/** The form, without an account. */
export function GivePage(props: {
  readonly of: FormOf;
  readonly form: FormState;
  readonly isOpen: boolean;
  /** Nobody gives by card for a while. */
  readonly restsCards: boolean;
  readonly measured: readonly Measured[];
  /** For which it will count. */
  readonly campaign: Campaign | null;
  readonly isDeductible: boolean;
  /** What the organization says here in its own words. */
  readonly own: OwnPage | undefined;
}): VNode {
  const t = useWords(givingMessages);
  const locale = useLocale();
  const { of, form, isOpen, restsCards, measured, campaign, isDeductible, own } = props;
  if (!isOpen)
    return (
      <>
        <PageHead title={t('give_title')} />
        <EmptyState title={t('give_closed_title')}>{t('give_closed_text')}</EmptyState>
      </>
    );
  return (
    <>
      <PageHead
        title={own?.said['title']?.words ?? t('give_title')}
        lead={own?.said['lead']?.words ?? t('give_lead')}
      />
      {own?.note}
      {campaign && (
        <p>{t('give_for_campaign', { title: written(wordsOf(campaign, locale).title, locale) })}</p>
      )}
      {!isDeductible && <p>{t('give_not_deductible')}</p>}
      {restsCards && <Notice tone="notice">{t('give_cards_rest')}</Notice>}
      <FilledIn
        of={of}
        form={form}
        action={givingPaths.give()}
        button={t('give_to_summary')}
        before={{ amount: <MeasuredCosts measured={measured} /> }}
        hidden={{ campaign: form.value('campaign') }}
      />
    </>
  );
}

/** Every answer to look through, and the button that sends it. */
export function GiveSummary(props: {
  readonly of: FormOf;
  readonly fields: GiveFields;
  readonly version: number;
  /** For which it counts. */
  readonly campaign: Campaign | null;
  readonly isDeductible: boolean;
}): VNode {
  const t = useWords(givingMessages);
  const { fields, version, isDeductible } = props;
  const isMonthly = fields.rhythm === 'monthly';
  return (
    <>
      <PageHead title={t('give_summary_title')} lead={t('give_summary_lead')} />
      <SummaryList rows={useRows(props)} />
      {isMonthly && <Notice>{t('give_monthly_notice')}</Notice>}
      {!isDeductible && <Notice>{t('give_not_deductible')}</Notice>}
      <Form action={givingPaths.giveSummary()} hidden={{ version: `${version}` }}>
        <Actions>
          <Button kind="main">{t(fields.channel === 'bank' ? 'give_send_bank' : 'give_send')}</Button>
          <Button href={givingPaths.give()}>{t('give_change')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** Said together in one line. */
const IN_ONE = ['tier', 'amount', 'rhythm', 'campaign'];

function useRows({
  of,
  fields,
  campaign,
}: Pick<Parameters<typeof GiveSummary>[0], 'of' | 'fields' | 'campaign'>): SummaryRow[] {
  const locale = useLocale();
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  const amount = yen(amountOf(fields) ?? 0);
  const first = fields.rhythm === 'monthly' ? 'give_every_month_until' : 'give_amount_once';
  const others = of.fields.filter(({ name, isUnseen }) => !isUnseen && !IN_ONE.includes(name));
  const known = fields as Readonly<Record<string, unknown>>;
  return [
    { label: t('give_tier'), value: t(first, { amount }) },
    ...(campaign ? [{ label: t('campaign'), value: written(wordsOf(campaign, locale).title, locale) }] : []),
    ...others.flatMap((field): SummaryRow[] => {
      const value = known[field.name];
      if (value === null || value === false) return [];
      return [{ label: of.label(field.name, locale), value: field.say?.(value, locale) ?? typed(value) }];
    }),
  ];
}
