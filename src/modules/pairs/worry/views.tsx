import type { VNode } from 'preact';
import { Decision } from '../../../kits/acts/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Checkbox, Disclosure, Radios } from '../../../ui/index.ts';
import { Composer } from '../../people/index.ts';
import { TOGETHER } from '../pair/life.ts';
import { MOST_REPORT, pairForms } from '../pair/page/forms.ts';
import { type PairProps, shownOf } from '../pair/page/shown.ts';
import { pairsMessages } from '../words.ts';
import { REPORTS } from './reports.ts';

const RULES = ['rule_selling', 'rule_religion', 'rule_dating', 'rule_money'] as const;

/** What everybody keeps to: in sight until the half year begins, then behind a line. */
export function WhatWeKeepTo({ open }: { readonly open: boolean }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Disclosure id="rules" summary={t('rules_title')} open={open}>
      <ul>
        {RULES.map((rule) => (
          <li>{t(rule)}</li>
        ))}
      </ul>
      <p>{t('rule_say')}</p>
    </Disclosure>
  );
}

/** Something is not right: a coordinator reads it today, and where wished they can't write to each other from now on. */
export function ReportForm(props: PairProps): VNode {
  const t = useWords(pairsMessages);
  const { form, pair } = props;
  const maySilence = TOGETHER.some((state) => state === pair.state) && !pair.writingStoppedAt;
  return (
    <Decision
      table={pairForms}
      of={shownOf(props)}
      act="report"
      summary={t('report_title')}
      text={t('report_text')}
      button={t('report_send')}
    >
      <Radios
        {...form.field('what')}
        label={t('report_what')}
        choices={REPORTS.map((value) => ({ value, label: t(`report_${value}`) }))}
      />
      <Composer
        {...form.field('reportWords')}
        form={form}
        label={t('report_words')}
        rows={4}
        maxLength={MOST_REPORT}
        optional
      />
      {maySilence && <Checkbox {...form.field('stop')} label={t('report_stop')} optional />}
    </Decision>
  );
}
