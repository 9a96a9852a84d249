import type { VNode } from 'preact';
import { Press } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Columns, FormErrors, PageHead } from '../../../ui/index.ts';
import { AskForPhone, Composer } from '../../people/index.ts';
import { Question } from '../ask/let-through/question.tsx';
import { FeedbackForm, FeedbackGiven } from '../close/feedback-view.tsx';
import { isWorryOpen } from '../close/rules/worry.ts';
import { WorryTold } from '../close/worry-told.tsx';
import { Agree, DidYouMeet, Meeting } from '../meet/meeting-view.tsx';
import { VolunteerCard } from '../offer/volunteer-card.tsx';
import { spotPaths } from '../paths.ts';
import { shownOf } from '../sent.ts';
import { mayTakeBack, type RequestState } from '../transitions.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import { requestForms } from './forms.ts';
import { DraftWaits } from './list.tsx';
import { type Next, NextCard } from './next-card.tsx';
import { Settled } from './request-facts.tsx';
import type { RequestProps } from './scene.ts';
import { type Standing, StateChip, standingOf } from './state-chip.tsx';

const HAS_COME: readonly RequestState[] = ['visited', 'closed'];

/** A request for the one who asked: the one thing to do next, or what others do; who comes; beside it what is settled. */
export function RequestPage(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const { request, volunteer, form, visit } = props;
  const standing = standingOf({ state: request.state, endsAt: props.assignment?.endsAt ?? null }, props.now);
  const next: Next = {
    standing,
    hasLapsed: props.history.at(-1)?.act === 'lapse',
    hasSaid: Boolean(visit?.feedback),
    hasOpenWorry: visit !== null && isWorryOpen(visit),
  };
  const step = ownStep(props, standing);
  return (
    <>
      <PageHead
        title={t(`category_${request.category}`)}
        back={{ href: spotPaths.requests(), label: t('list_title') }}
        aside={<StateChip state={standing} hasSaid={next.hasSaid} />}
      />
      <FormErrors refusals={form.refusals} />
      <Columns aside={<Settled {...props} />}>
        {step ?? <NextCard {...props} {...next} />}
        {props.hasDraft && mayBecomeDraft(request) && <DraftWaits />}
        {volunteer && <VolunteerCard volunteer={volunteer} hasCome={HAS_COME.includes(request.state)} />}
        {!step && <Afterwards {...props} />}
        {!props.hasPhone && mayMeetInPerson(request) && (
          <AskForPhone back={spotPaths.request({ id: request.id })} />
        )}
      </Columns>
      <Actions>
        <Correct {...props} />
        {standing !== 'unsettled' && <Cancel {...props} />}
      </Actions>
    </>
  );
}

/** What is done on this page next; null where others are to act, or nothing is left. */
function ownStep(props: RequestProps, standing: Standing): VNode | null {
  const { question } = props;
  if (question) return <Question {...props} question={question} />;
  if (standing === 'accepted') return <Agree {...props} />;
  if (standing === 'unsettled') return <DidYouMeet {...props} />;
  if (standing === 'confirmed' || standing === 'in_progress') return <Meeting {...props} />;
  return standing === 'visited' && !props.visit?.feedback ? <Afterwards {...props} /> : null;
}

const BEFORE_VISIT: readonly RequestState[] = [
  'submitted',
  'asked_back',
  'open',
  'unfilled',
  'accepted',
  'confirmed',
];

const mayMeetInPerson = ({ state, place }: SupportRequest) =>
  place.kind === 'place' && BEFORE_VISIT.includes(state);

function Afterwards(props: RequestProps): VNode | null {
  if (!props.visit || !HAS_COME.includes(props.request.state)) return null;
  const { feedback, report } = props.visit;
  if (feedback)
    return (
      <>
        {isWorryOpen(props.visit) && (
          <WorryTold
            requestId={props.request.id}
            words={feedback.unsafeWords ?? ''}
            answeredBy={props.worryAnsweredBy}
            office={props.office}
          />
        )}
        <FeedbackGiven feedback={feedback} learned={report?.learnedWords ?? null} />
      </>
    );
  return <FeedbackForm requestId={props.request.id} readers={props.readers} form={props.form} />;
}

/** Whether a request can be written anew from its own words: taken back, or copied once it was cancelled. */
function mayBecomeDraft({ state, forgottenAt }: SupportRequest): boolean {
  return mayTakeBack(state).ok || (state === 'cancelled' && !forgottenAt);
}

/** As long as nobody was asked, a request can be taken back, changed and sent again. */
function Correct({ request, hasDraft }: RequestProps): VNode | null {
  const t = useWords(spotMessages);
  if (hasDraft || !mayTakeBack(request.state).ok) return null;
  return (
    <ActionForm action={spotPaths.requestTakingBack({ id: request.id })} confirm={t('correct_request_text')}>
      {t('correct_request')}
    </ActionForm>
  );
}

function Cancel(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { lateUntil, form } = props;
  return (
    <Press
      table={requestForms}
      act="cancellation"
      of={shownOf(props)}
      kind="danger"
      confirm={lateUntil ? t('cancel_text_late', { until: formats.clock(lateUntil) }) : t('cancel_text')}
      fields={
        <Composer
          form={form}
          name="reason"
          label={t('cancel_reason_label')}
          rows={2}
          maxLength={500}
          optional
        />
      }
    >
      {t('cancel_request')}
    </Press>
  );
}
