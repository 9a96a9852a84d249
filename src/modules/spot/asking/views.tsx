import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, Form, FormErrors, Notice, PageHead, Steps } from '../../../ui/index.ts';
import { type Danger, EmergencyPanel, readShownDangers } from '../../safety/index.ts';
import type { SpotSettings } from '../settings.ts';
import { spotMessages } from '../words.ts';
import { STEPS } from './steps.ts';
import { TalkStep, WishesStep } from './talk-steps.tsx';
import { WhatStep } from './what-step.tsx';
import { WhenStep } from './when-step.tsx';
import { WhereStep } from './where-step.tsx';

export interface AskPageProps {
  readonly form: FormState;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
  /** What the texts speak of; empty when the form is first shown. */
  readonly dangers: readonly Danger[];
  readonly hasDraft: boolean;
}

/** The whole form: five small steps with scripts, one page without. Emergencies come first. */
export function AskPage(props: AskPageProps): VNode {
  const t = useWords(spotMessages);
  const { form } = props;
  const shown = new Set([...readShownDangers(form.value('shownDangers')), ...props.dangers]);
  return (
    <>
      <PageHead title={t('ask_title')} lead={t('ask_lead')} />
      <EmergencyPanel dangers={props.dangers} />
      {props.dangers.length > 0 && <GoOn />}
      {props.hasDraft && <DraftNotice />}
      <FormErrors refusals={form.refusals} />
      <Form
        id="ask"
        action="/spot/requests/summary"
        files
        steps
        draft="spot-request"
        hidden={{ shownDangers: [...shown].join(' '), japaneseWords: form.value('japaneseWords') }}
        label={t.plain('ask_title')}
      >
        <Steps titles={STEPS.map((step) => t(`step_${step}`))} current={1} />
        <WhatStep {...props} />
        <WhenStep {...props} />
        <WhereStep {...props} />
        <TalkStep {...props} />
        <WishesStep {...props} />
        <Actions>
          <Button kind="quiet" name="intent" value="keep" noCheck>
            {t('keep_for_later')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** Somebody whose words sound dangerous and who is safe goes on with one press, from whichever step. */
function GoOn(): VNode {
  const t = useWords(spotMessages);
  const actions = (
    <Button form="ask" noCheck>
      {t('danger_go_on_button')}
    </Button>
  );
  return (
    <Notice tone="notice" actions={actions}>
      {t('danger_go_on')}
    </Notice>
  );
}

function DraftNotice(): VNode {
  const t = useWords(spotMessages);
  const startAnew = (
    <ActionForm action="/spot/drafts/removal" confirm={t('start_anew_text')}>
      {t('start_anew')}
    </ActionForm>
  );
  return (
    <Notice tone="info" actions={startAnew}>
      {t('draft_is_here')}
    </Notice>
  );
}
