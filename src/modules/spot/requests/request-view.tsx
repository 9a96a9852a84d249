import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, Card, FormErrors, PageHead } from '../../../ui/index.ts';
import { Composer, type Reader } from '../../people/index.ts';
import { mayAct, mayTakeBack } from '../rules/may-act.ts';
import { isToldLate } from '../rules/visit.ts';
import { isWorryOpen } from '../rules/worry.ts';
import type { RequestState } from '../transitions.ts';
import type { Assignment, HistoryLine, SupportRequest, VisitRecord } from '../types.ts';
import { spotMessages } from '../words.ts';
import { FeedbackForm, FeedbackGiven } from './feedback-view.tsx';
import { DraftWaits } from './list-view.tsx';
import { NextCard } from './next-card.tsx';
import { type Office, ReachUs } from './reach-us.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestHistory } from './request-history.tsx';
import { StateChip } from './state-chip.tsx';
import { type ComingVolunteer, VolunteerCard } from './volunteer-card.tsx';
import type { Waiting } from './waiting.tsx';
import { WorryTold } from './worry-told.tsx';

export interface RequestScene {
  readonly request: SupportRequest;
  readonly assignment: Assignment | null;
  readonly history: readonly HistoryLine[];
  readonly volunteer: ComingVolunteer | null;
  /** Who came, or is coming, as the reader of what is written to them. */
  readonly readers: readonly Reader[];
  readonly visit: VisitRecord | null;
  readonly exactAddress: string | null;
  /** The time of day until which cancelling was free the day before; null while it still is. */
  readonly lateUntil: string | null;
  /** Of an open request; null for every other. */
  readonly waiting: Waiting | null;
  /** By when whoever told a worry hears from a coordinator; null while nothing was said about the visit. */
  readonly worryAnsweredBy: Temporal.Instant | null;
  readonly office: Office;
  /** Whether they have begun another request and not sent it: this one can't become a draft until then. */
  readonly hasDraft: boolean;
  readonly now: Temporal.Instant;
}

type Props = RequestScene & { readonly form: FormState };

const HAS_COME: readonly RequestState[] = ['visited', 'closed'];

/** States in which the two have a conversation. */
const MEET: readonly RequestState[] = ['confirmed', 'in_progress', ...HAS_COME];

/** A request for the one who asked: where it stands, what is next, who comes, what was said. */
export function RequestPage(props: Props): VNode {
  const t = useWords(spotMessages);
  const { request, volunteer, form } = props;
  const hasSaid = Boolean(props.visit?.feedback);
  const hasOpenWorry = props.visit !== null && isWorryOpen(props.visit);
  return (
    <>
      <PageHead
        title={t(`category_${request.category}`)}
        back={{ href: '/spot/requests', label: t('list_title') }}
        aside={<StateChip state={request.state} hasSaid={hasSaid} />}
      />
      <FormErrors refusals={form.refusals} />
      <NextCard {...props} hasSaid={hasSaid} hasOpenWorry={hasOpenWorry} />
      {props.hasDraft && mayBecomeDraft(request) && <DraftWaits />}
      {volunteer && <VolunteerCard volunteer={volunteer} hasCome={HAS_COME.includes(request.state)} />}
      {request.state === 'accepted' && <Agree {...props} />}
      {(request.state === 'confirmed' || request.state === 'in_progress') && <Meeting {...props} />}
      {(request.state === 'visited' || request.state === 'closed') && <Afterwards {...props} />}
      <RequestFacts request={request} exactAddress={props.exactAddress} />
      <RequestHistory {...props} />
      <ReachUs office={props.office} requestId={request.id} canWrite={MEET.includes(request.state)} />
      <Actions>
        <Correct {...props} />
        <Cancel {...props} />
      </Actions>
    </>
  );
}

function Agree({ request, volunteer }: Props): VNode {
  const t = useWords(spotMessages);
  const name = volunteer?.name.words ?? '';
  const hidden = { version: `${request.version}` };
  return (
    <Card title={t('agree_title', { name })} level={2} accent>
      <p>{t('agree_text', { kind: request.place.kind })}</p>
      <Actions>
        <ActionForm action={`/spot/requests/${request.id}/confirmation`} hidden={hidden} kind="main">
          {t('agree_yes')}
        </ActionForm>
        <ActionForm
          action={`/spot/requests/${request.id}/rejection`}
          hidden={hidden}
          confirm={t('agree_no_text')}
        >
          {t('agree_no')}
        </ActionForm>
      </Actions>
    </Card>
  );
}

function Meeting({ request, assignment, now, form }: Props): VNode {
  const t = useWords(spotMessages);
  const { kind } = request.place;
  const hasBegun = assignment !== null && Temporal.Instant.compare(assignment.startsAt, now) <= 0;
  const isPast = request.state === 'confirmed' && assignment !== null && isToldLate(assignment.endsAt, now);
  return (
    <Card title={isPast ? t('did_you_meet', { kind }) : t('meeting_title', { kind })} level={2} accent>
      <p>{isPast ? t('did_you_meet_text') : t('meeting_text', { kind })}</p>
      <Actions>
        <Button kind="main" href={`/spot/requests/${request.id}/conversation`}>
          {t('open_conversation')}
        </Button>
        {!isPast && (
          <Button href={`/spot/requests/${request.id}/calendar.ics`}>{t('put_in_calendar')}</Button>
        )}
      </Actions>
      {hasBegun && request.state === 'confirmed' && (
        <ActionForm
          action={`/spot/requests/${request.id}/absence`}
          confirm={t('nobody_came_text')}
          open={form.refusalOf('absenceWords') !== undefined}
          fields={
            <Composer form={form} name="absenceWords" label={t('absence_label')} rows={2} maxLength={500} />
          }
        >
          {t('nobody_came', { kind })}
        </ActionForm>
      )}
    </Card>
  );
}

function Afterwards(props: Props): VNode | null {
  if (!props.visit) return null;
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
function Correct({ request, hasDraft }: Props): VNode | null {
  const t = useWords(spotMessages);
  if (hasDraft || !mayTakeBack(request.state).ok) return null;
  return (
    <ActionForm action={`/spot/requests/${request.id}/taking-back`} confirm={t('correct_request_text')}>
      {t('correct_request')}
    </ActionForm>
  );
}

function Cancel({ request, lateUntil, form }: Props): VNode | null {
  const t = useWords(spotMessages);
  const formats = useFormats();
  if (!mayAct('cancel', request.state, 'requester').ok) return null;
  return (
    <ActionForm
      action={`/spot/requests/${request.id}/cancellation`}
      kind="danger"
      open={form.refusalOf('reason') !== undefined}
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
    </ActionForm>
  );
}
