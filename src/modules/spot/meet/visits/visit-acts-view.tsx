import type { VNode } from 'preact';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, Card, Form, TextField } from '../../../../ui/index.ts';
import { Composer } from '../../../people/index.ts';
import { mayAct } from '../../transitions.ts';
import { MOST } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import {
  isEndedEarly,
  isToldLate,
  mayCheckIn,
  mayRecordNoShow,
  mayResume,
  timeOfDayOf,
} from '../rules/visit.ts';
import type { VisitProps } from './scene.ts';

/** The one thing to do next, on top of the page. */
export function NextAct(props: VisitProps): VNode {
  const t = useWords(spotMessages);
  const { request, now, assignment } = props;
  if (request.state === 'accepted') {
    return (
      <Card title={t('waiting_title')} level={2} accent>
        <p>{t('waiting_text')}</p>
      </Card>
    );
  }
  if (request.state === 'in_progress') return <CheckOut {...props} />;
  const isTime = mayCheckIn(assignment.startsAt, now).ok;
  return isTime ? <CheckIn {...props} /> : <Prepare {...props} />;
}

function Prepare({ request }: VisitProps): VNode {
  const t = useWords(spotMessages);
  return (
    <Card title={t('prepare_title', { kind: request.place.kind })} level={2} accent>
      <p>{t(request.place.kind === 'place' ? 'prepare_text' : `prepare_text_${request.place.kind}`)}</p>
      <Actions>
        <Button kind="main" href={`/spot/requests/${request.id}/conversation`}>
          {t('open_the_conversation')}
        </Button>
        <Button href={`/spot/requests/${request.id}/calendar.ics`} icon="calendar">
          {t('put_in_calendar')}
        </Button>
      </Actions>
    </Card>
  );
}

/** Told late, the time is asked for: the planned one stands there already. */
function LateForm(props: {
  readonly action: string;
  readonly field: ReturnType<FormState['field']>;
  readonly label: Words;
  readonly plannedAt: Temporal.Instant;
  readonly children: Words;
}): VNode {
  return (
    <Form action={props.action}>
      <TextField
        {...props.field}
        value={props.field.value || timeOfDayOf(props.plannedAt)}
        label={props.label}
        type="time"
        width="short"
      />
      <Actions>
        <Button kind="main">{props.children}</Button>
      </Actions>
    </Form>
  );
}

function CheckIn(props: VisitProps): VNode {
  const { request, assignment, now, form } = props;
  const t = useWords(spotMessages);
  const { kind } = request.place;
  const action = `/spot/visits/${request.id}/check-in`;
  if (isToldLate(assignment.startsAt, now)) {
    return (
      <Card title={t('check_in_title', { kind })} level={2} accent>
        <p>{t('check_in_late')}</p>
        <LateForm
          action={action}
          field={form.field('metAt')}
          label={t('when_did_you_meet')}
          plannedAt={assignment.startsAt}
        >
          {t('check_in', { kind })}
        </LateForm>
        <WaitedInVain {...props} />
        <Button href={`/spot/requests/${request.id}/conversation`}>{t('open_the_conversation')}</Button>
      </Card>
    );
  }
  return (
    <Card title={t('check_in_title', { kind })} level={2} accent>
      <p>{t('check_in_text', { kind })}</p>
      <Actions>
        <ActionForm action={action} kind="main">
          {t('check_in', { kind })}
        </ActionForm>
        <Button href={`/spot/requests/${request.id}/conversation`}>{t('open_the_conversation')}</Button>
      </Actions>
    </Card>
  );
}

function CheckOut({ request, assignment, record, now, form }: VisitProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const action = `/spot/visits/${request.id}/check-out`;
  return (
    <Card title={t('check_out_title')} level={2} accent>
      {record.checkedInAt && (
        <p>{t('since_you_met', { kind: request.place.kind, when: formats.time(record.checkedInAt) })}</p>
      )}
      {isToldLate(assignment.endsAt, now) ? (
        <>
          <p>{t('check_out_late')}</p>
          <LateForm
            action={action}
            field={form.field('endedAt')}
            label={t('when_did_it_end')}
            plannedAt={assignment.endsAt}
          >
            {t('check_out')}
          </LateForm>
        </>
      ) : (
        <>
          <p>{t('check_out_text')}</p>
          <ActionForm
            action={action}
            kind="main"
            confirm={
              isEndedEarly(assignment.endsAt, now)
                ? t('check_out_early', { until: formats.time(assignment.endsAt) })
                : undefined
            }
          >
            {t('check_out')}
          </ActionForm>
        </>
      )}
      <Button href={`/spot/requests/${request.id}/conversation`}>{t('open_the_conversation')}</Button>
    </Card>
  );
}

/** The way back for a visit that was ended too early. */
export function GoOn({ request, assignment, record, now }: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  const { report, feedback } = record;
  const visit = { endsAt: assignment.endsAt, isReported: report !== null, hasFeedback: feedback !== null };
  const may = mayAct('resume', request.state, 'assigned_volunteer').ok && mayResume(visit, now).ok;
  if (!may) return null;
  return <ActionForm action={`/spot/visits/${request.id}/resumption`}>{t('go_on')}</ActionForm>;
}

/** Nobody came: offered from a quarter of an hour after the start. */
export function WaitedInVain({ request, assignment, now, form }: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  if (request.state !== 'confirmed' || !mayRecordNoShow(assignment.startsAt, now).ok) return null;
  return (
    <ActionForm
      action={`/spot/visits/${request.id}/absence`}
      confirm={t('absence_text')}
      fields={
        <Composer
          form={form}
          name="absenceWords"
          label={t('absence_told_label')}
          maxLength={MOST.reason}
          rows={2}
        />
      }
    >
      {t('nobody_came_told', { kind: request.place.kind })}
    </ActionForm>
  );
}

/** Stepping back after a yes, with what it means for the other. */
export function StepBack({ request, form }: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  if (!mayAct('withdraw', request.state, 'assigned_volunteer').ok) return null;
  return (
    <ActionForm
      action={`/spot/visits/${request.id}/withdrawal`}
      kind="danger"
      confirm={t('step_back_text')}
      fields={
        <Composer
          form={form}
          name="withdrawalWords"
          label={t('step_back_label')}
          hint={t('step_back_hint')}
          maxLength={MOST.reason}
          rows={2}
          optional
        />
      }
    >
      {t('step_back')}
    </ActionForm>
  );
}
