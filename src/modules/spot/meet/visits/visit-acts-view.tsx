import type { VNode } from 'preact';
import { ActForm, Press } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Actions, Button, TextField } from '../../../../ui/index.ts';
import { Composer } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { shownOf } from '../../sent.ts';
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
import { visitForms } from './forms.ts';
import type { VisitProps } from './scene.ts';

/** The one thing to do next, on top of the page. */
export function NextAct(props: VisitProps): VNode {
  const t = useWords(spotMessages);
  const { request, now, assignment } = props;
  if (request.state === 'accepted') {
    return (
      <NextStep title={t('waiting_title')}>
        <p>{t('waiting_text')}</p>
        <Press table={visitForms} act="withdrawal" of={shownOf(props)} confirm={t('take_back_text')}>
          {t('take_back_yes')}
        </Press>
      </NextStep>
    );
  }
  if (request.state === 'in_progress') return <CheckOut {...props} />;
  const isTime = mayCheckIn(assignment.startsAt, now).ok;
  return isTime ? <CheckIn {...props} /> : <Prepare {...props} />;
}

function Prepare({ request }: VisitProps): VNode {
  const t = useWords(spotMessages);
  return (
    <NextStep title={t('prepare_title', { kind: request.place.kind })}>
      <p>{t(request.place.kind === 'place' ? 'prepare_text' : `prepare_text_${request.place.kind}`)}</p>
      <Actions>
        <Button kind="main" href={spotPaths.requestConversation({ id: request.id })}>
          {t('open_the_conversation')}
        </Button>
        <Button href={spotPaths.requestCalendar({ id: request.id })} icon="calendar">
          {t('put_in_calendar')}
        </Button>
      </Actions>
    </NextStep>
  );
}

/** Told late, the time is asked for: the planned one stands there already. */
function LateForm(props: {
  readonly of: VisitProps;
  readonly act: 'check-in' | 'check-out';
  readonly name: 'metAt' | 'endedAt';
  readonly label: Words;
  readonly plannedAt: Temporal.Instant;
  readonly button: Words;
}): VNode {
  const { of, act, name, label, plannedAt, button } = props;
  const field = of.form.field(name);
  return (
    <ActForm table={visitForms} act={act} of={shownOf(of)} kind="main" button={button}>
      <TextField
        {...field}
        value={field.value || timeOfDayOf(plannedAt)}
        label={label}
        type="time"
        width="short"
      />
    </ActForm>
  );
}

function CheckIn(props: VisitProps): VNode {
  const { request, assignment, now } = props;
  const t = useWords(spotMessages);
  const { kind } = request.place;
  const { startsAt } = assignment;
  const writeToThem = (
    <Button href={spotPaths.requestConversation({ id: request.id })}>{t('open_conversation')}</Button>
  );
  return (
    <NextStep title={t('check_in_title', { kind })}>
      {isToldLate(startsAt, now) ? (
        <>
          <p>{t('check_in_late')}</p>
          <LateForm
            of={props}
            act="check-in"
            name="metAt"
            label={t('when_did_you_meet')}
            plannedAt={startsAt}
            button={t('check_in', { kind })}
          />
          <WaitedInVain {...props} />
          {writeToThem}
        </>
      ) : (
        <>
          <p>{t('check_in_text', { kind })}</p>
          <Actions>
            <Press table={visitForms} act="check-in" of={shownOf(props)} kind="main">
              {t('check_in', { kind })}
            </Press>
            {writeToThem}
          </Actions>
        </>
      )}
    </NextStep>
  );
}

function CheckOut(props: VisitProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { request, assignment, record, now } = props;
  const until = formats.time(assignment.endsAt);
  return (
    <NextStep title={t('check_out_title')}>
      {record.checkedInAt && (
        <p>{t('since_you_met', { kind: request.place.kind, when: formats.time(record.checkedInAt) })}</p>
      )}
      {isToldLate(assignment.endsAt, now) ? (
        <>
          <p>{t('check_out_late')}</p>
          <LateForm
            of={props}
            act="check-out"
            name="endedAt"
            label={t('when_did_it_end')}
            plannedAt={assignment.endsAt}
            button={t('check_out')}
          />
        </>
      ) : (
        <>
          <p>{t('check_out_text')}</p>
          <Press
            table={visitForms}
            act="check-out"
            of={shownOf(props)}
            kind="main"
            confirm={isEndedEarly(assignment.endsAt, now) ? t('check_out_early', { until }) : undefined}
          >
            {t('check_out')}
          </Press>
        </>
      )}
      <Button href={spotPaths.requestConversation({ id: request.id })}>{t('open_conversation')}</Button>
    </NextStep>
  );
}

/** The way back for a visit that was ended too early. */
export function GoOn(props: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  const { report, feedback } = props.record;
  const { endsAt } = props.assignment;
  const visit = { endsAt, isReported: report !== null, hasFeedback: feedback !== null };
  if (!mayResume(visit, props.now).ok) return null;
  return (
    <Press table={visitForms} act="resumption" of={shownOf(props)}>
      {t('go_on')}
    </Press>
  );
}

/** Nobody came: offered from a quarter of an hour after the start. */
export function WaitedInVain(props: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  const { request, assignment, now, form } = props;
  if (!mayRecordNoShow(assignment.startsAt, now).ok) return null;
  const label = t('absence_told_label');
  return (
    <Press
      table={visitForms}
      act="absence"
      of={shownOf(props)}
      confirm={t('absence_text')}
      fields={<Composer form={form} name="absenceWords" label={label} maxLength={MOST.reason} rows={2} />}
    >
      {t('nobody_came_told', { kind: request.place.kind })}
    </Press>
  );
}

/** Stepping back from what was agreed, with what it means for the other. Before that a yes is taken back where it waits. */
export function StepBack(props: VisitProps): VNode | null {
  const t = useWords(spotMessages);
  if (props.request.state === 'accepted') return null;
  return (
    <Press
      table={visitForms}
      act="withdrawal"
      of={shownOf(props)}
      kind="danger"
      confirm={t('step_back_text')}
      fields={
        <Composer
          form={props.form}
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
    </Press>
  );
}
