import type { VNode } from 'preact';
import { BareForm, Refusals } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, FileField, LeaveQuickly, Notice, PageHead } from '../../../ui/index.ts';
import { EmergencyLine, EmergencyPanel } from '../../safety/index.ts';
import { consultationPaths } from '../paths.ts';
import { consultationMessages } from '../words.ts';
import { askForm } from './form.ts';

/** The way out, on every page of a consultation. */
export function WayOut(): VNode {
  const t = useWords(consultationMessages);
  return <LeaveQuickly hint={t('leave_quickly_hint')}>{t('leave_quickly')}</LeaveQuickly>;
}

/** Before every word: whether somebody is in danger now, and whom to call. It needs no sign-in. The house’s panel asks, so this does not ask again. */
export function EmergencyScreen({ from }: { readonly from: string }): VNode {
  const t = useWords(consultationMessages);
  return (
    <>
      <WayOut />
      <PageHead title={t('ask_title')} lead={t('ask_lead')} />
      <EmergencyPanel dangers={[]} />
      <p>{t('danger_question_text')}</p>
      <Actions>
        <Button href={`${consultationPaths.consultationsAsking()}${from && `?from=${from}`}`} kind="main">
          {t('danger_no')}
        </Button>
      </Actions>
      <Notice title={t('who_reads_title')}>
        <p>{t('who_reads_text')}</p>
      </Notice>
    </>
  );
}

/** What is asked. Nothing of it is kept in the browser: somebody else may open it. */
export function AskPage({ form, isTaken }: { readonly form: FormState; readonly isTaken: boolean }): VNode {
  const t = useWords(consultationMessages);
  return (
    <>
      <WayOut />
      <PageHead
        title={t('ask_form_title')}
        back={{ href: housePaths.consultationsNew(), label: t('ask_title') }}
      />
      <Refusals of={askForm} form={form} />
      <EmergencyLine />
      {isTaken && <Notice>{t('taken_along')}</Notice>}
      <BareForm
        of={askForm}
        form={form}
        action={consultationPaths.consultationsAsking()}
        hidden={{ origin: form.value('origin') || 'direct' }}
        button={t('ask_send')}
        before={{ signs: <PaperField form={form} /> }}
        files
      />
    </>
  );
}

/** One photo or PDF. */
export function PaperField({ form }: { readonly form: FormState }): VNode {
  const t = useWords(consultationMessages);
  return (
    <FileField {...form.field('photo')} label={t('photo')} hint={t('photo_hint')} megabytes={20} optional />
  );
}
