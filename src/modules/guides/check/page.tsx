import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../kits/acts/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Card, FormErrors, Notice, PageHead, TextArea } from '../../../ui/index.ts';
import { FactLines } from '../open/fact-line.tsx';
import type { Check, Fact } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { checkForms, MOST_FOUND_WORDS } from './forms.ts';

interface CheckProps {
  readonly check: Check;
  readonly fact: Fact;
  readonly form: FormState;
  readonly today: Temporal.PlainDate;
}

/** A small task: one fact, and whether it is still so. */
export function CheckPage({ check, fact, form, today }: CheckProps): VNode {
  const t = useWords(guidesMessages);
  const of = { id: check.id, state: check.state, form, version: fact.version };
  return (
    <>
      <PageHead title={t('check_title')} lead={t('check_lead')} />
      <FormErrors refusals={form.refusals} />
      {check.state !== 'asked' && <Notice tone="good">{t('check_is_over')}</Notice>}
      <Card
        actions={
          <Press table={checkForms} of={of} act="confirmation" kind="main">
            {t('check_confirm')}
          </Press>
        }
      >
        <FactLines facts={[fact]} today={today} />
        <p class="quiet">{t('check_source', { source: fact.source })}</p>
      </Card>
      <Decision table={checkForms} of={of} act="report" summary={t('check_report')} button={t('check_send')}>
        <TextArea
          {...form.field('found')}
          label={t('check_found')}
          hint={t('check_found_hint')}
          maxLength={MOST_FOUND_WORDS}
          rows={4}
        />
      </Decision>
      <ActForm table={checkForms} of={of} act="passing" kind="quiet" button={t('check_pass')}>
        <p class="quiet">{t('check_pass_text')}</p>
      </ActForm>
    </>
  );
}
