import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { MayAnswer } from '../../../../platform/parts/before-asking.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Actions, Button, Form, FormErrors, Notice, PageHead, Steps } from '../../../../ui/index.ts';
import {
  type Danger,
  EmergencyLine,
  EmergencyPanel,
  readShownDangers,
  safetyPaths,
} from '../../../safety/index.ts';
import { spotPaths } from '../../paths.ts';
import type { SpotSettings } from '../../settings.ts';
import { spotMessages } from '../../words.ts';
import type { Home } from './place.ts';
import { useRefusalsInOrder } from './refusals-in-order.tsx';
import { MeetingStep } from './steps/meeting-step.tsx';
import { STEP_TITLES } from './steps/steps.ts';
import { WhatStep } from './steps/what-step.tsx';
import { ThrowDraftAway } from './throw-draft-away.tsx';

export interface AskPageProps {
  readonly form: FormState;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
  /** Where they live, to be chosen as the place with one press. */
  readonly home: Home | null;
  /** Not signed in: asked to when the form is sent. */
  readonly isVisitor: boolean;
  /** Pages on which they may find it at once, by kind of help. */
  readonly mayAnswer: readonly MayAnswer[];
  /** What the texts speak of; empty when the form is first shown. */
  readonly dangers: readonly Danger[];
  /** What is in the account: nothing yet, a part, or all the answers, which have been looked at or could be. */
  readonly draft: 'none' | 'begun' | 'complete';
}

/** The whole form: two steps with scripts, one page without. The emergency numbers stand in a line above it. */
export function AskPage(props: AskPageProps): VNode {
  const t = useWords(spotMessages);
  const { form, dangers } = props;
  const shown = new Set([...readShownDangers(form.value('shownDangers')), ...dangers]);
  return (
    <>
      <PageHead title={t('ask_title')} />
      {dangers.length > 0 && <EmergencyPanel dangers={dangers} />}
      {dangers.length > 0 && <GoOn />}
      <FormErrors refusals={useRefusalsInOrder(form)} />
      <div class="stack on-first-step">
        <p class="lead">{t(props.isVisitor ? 'sign_in_at_the_end' : 'ask_lead')}</p>
        {props.draft !== 'none' && <DraftNotice />}
      </div>
      <Form
        id="ask"
        action={props.isVisitor ? spotPaths.requestsNew() : spotPaths.requestsSummary()}
        files
        steps
        draft="spot-request"
        draftNote={t(props.isVisitor ? 'draft_in_tab_only' : 'draft_in_tab')}
        check={spotPaths.requestsCheck()}
        dangerWords={safetyPaths.dangerWords()}
        hidden={{
          shownDangers: [...shown].join(' '),
          japaneseWords: form.value('japaneseWords'),
          ...(props.isVisitor && { asVisitor: 'yes' }),
        }}
        label={t.plain('ask_title')}
      >
        {/* Enter in a field presses the first button of a form: it means "go on", not "add this photo". */}
        <button type="submit" hidden />
        <EmergencyLine />
        <Steps titles={STEP_TITLES.map((title) => t(title))} current={1} />
        <WhatStep {...props} />
        <MeetingStep {...props}>
          <Button kind="main">{t(props.isVisitor ? 'to_sign_in' : 'to_summary')}</Button>
        </MeetingStep>
        {!props.isVisitor && (
          <Actions>
            {props.draft === 'complete' && <Button noCheck>{t('back_to_answers')}</Button>}
            <Button kind="quiet" name="intent" value="keep" noCheck>
              {t('keep_for_later')}
            </Button>
          </Actions>
        )}
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
  return (
    <Notice tone="info" actions={<ThrowDraftAway />}>
      {t('draft_is_here')}
    </Notice>
  );
}
