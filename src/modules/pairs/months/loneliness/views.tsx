import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ActionForm, Button, Card, PageHead } from '../../../../ui/index.ts';
import { pairsMessages } from '../../words.ts';
import { lonelinessQuestions } from './questions.ts';

interface PageProps {
  readonly title: 'lonely_title' | 'lonely_before_title';
  readonly form: FormState;
  readonly action: string;
  readonly refusals: string;
}

/** The four questions, why they are asked, and a no for good. */
export function LonelinessPage({ title, form, action, refusals }: PageProps): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t(title)} lead={t('lonely_lead')} />
      <p>{t('lonely_why')}</p>
      <FilledIn of={lonelinessQuestions.form} form={form} action={action} button={t('check_in_send')} />
      <ActionForm action={refusals}>{t('lonely_refuse')}</ActionForm>
    </>
  );
}

/** Offered, and never asked twice. */
export function LonelinessCard({ href }: { readonly href: string }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card title={t('lonely_title')} level={2} actions={<Button href={href}>{t('check_in_answer')}</Button>}>
      <p>{t('lonely_card')}</p>
    </Card>
  );
}
