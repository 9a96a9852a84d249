import type { VNode } from 'preact';
import { type Slot, SlotRadios } from '../../../kits/slots/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { Organization } from '../../../platform/settings/organization.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  Link,
  OwnWords,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { Composer } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { isOnTheWay } from '../rules.ts';
import type { Interview, PolicyStep, Standing, StepStanding } from '../types.ts';
import { lastDay, placeOnPath } from './rules.ts';

/** Where the office is reached when a time doesn't suit. */
export type Office = Pick<Organization, 'phone' | 'email'>;

interface PathProps {
  readonly standing: Standing;
  readonly office: Office;
  /** Open times to choose from for the interview. */
  readonly times: readonly Slot[];
  readonly form: FormState;
}

/** The path from application to approval, as the one who walks it sees it. */
export function OwnPath(props: PathProps): VNode {
  const words = useWords(trustMessages);
  const formats = useFormats();
  const { standing } = props;
  const { application } = standing;
  const isApplying = isOnTheWay(standing.application);
  const isToBeDecided = isApplying && standing.missing.length === 0;
  const items: TimelineItem[] = [
    {
      title: words('step_application'),
      when: isApplying && application ? formats.day(application.submittedAt) : words('step_is_now'),
      state: isApplying ? 'past' : 'now',
    },
    ...standing.steps.map((step) => useStepItem(step, props)),
    {
      title: words('step_approval'),
      when: standing.approvedSince
        ? formats.day(standing.approvedSince)
        : words(isToBeDecided ? 'step_is_now' : 'step_is_missing'),
      state: standing.approvedSince ? 'past' : isToBeDecided ? 'now' : 'next',
      children: standing.approvedSince ? undefined : words('step_approval_about'),
    },
  ];
  return <Timeline items={isApplying ? items : items.map((item, index) => ahead(item, index))} />;
}

/** The same path for a visitor who has taken no step of it. */
export function PathAhead(props: { steps: readonly PolicyStep[] }): VNode {
  const words = useWords(trustMessages);
  const items: TimelineItem[] = [
    { title: words('step_application'), children: words('step_application_about'), state: 'now' },
    ...props.steps
      .filter(({ demand }) => demand === 'required')
      .map(
        ({ step }): TimelineItem => ({
          title: words(`step_${step}`),
          children: words(`step_${step}_about`),
          state: 'next',
        }),
      ),
    { title: words('step_approval'), children: words('step_approval_about'), state: 'next' },
  ];
  return <Timeline items={items} />;
}

/** Without an application nothing but applying is to be done now. */
function ahead(item: TimelineItem, index: number): TimelineItem {
  return index === 0 || item.state === 'past' ? item : { ...item, state: 'next' };
}

function useStepItem(step: StepStanding, props: PathProps): TimelineItem {
  const { standing } = props;
  const words = useWords(trustMessages);
  const state = placeOnPath(standing.steps, step);
  const how = useStepState(step);
  const isNow = state === 'now' && step.state === 'missing' && isOnTheWay(standing.application);
  const when = isNow ? words('step_is_now') : how;
  const ahead = step.step === 'interview' ? standing.interview : null;
  const about = state === 'past' ? undefined : words(`step_${step.step}_about`);
  return {
    title: (
      <>
        {words(`step_${step.step}`)}
        {!step.isRequired && <> {words('step_is_optional')}</>}
      </>
    ),
    when,
    state,
    children: ahead ? (
      <InterviewAhead {...props} interview={ahead} />
    ) : step.step === 'interview' && isNow && props.times.length > 0 ? (
      <div class="stack">
        <p>{about}</p>
        <ChooseTime {...props} isNext />
      </div>
    ) : (
      about
    ),
  };
}

/** How a step stands, in a few words. */
function useStepState(step: StepStanding): Words {
  const words = useWords(trustMessages);
  const formats = useFormats();
  const last = step.untilOn && formats.day(lastDay(step.untilOn));
  switch (step.state) {
    case 'missing':
      return words('step_is_missing');
    case 'planned':
      return words('step_is_planned');
    case 'renew_soon':
      return words('step_renew_soon', { lastDay: last });
    case 'run_out':
      return words('step_has_run_out', { day: last });
    case 'holds':
      if (last) return words('step_holds_until', { lastDay: last });
      return step.doneOn
        ? words('step_was_done', { day: formats.day(step.doneOn) })
        : words('step_is_missing');
  }
}

/** When and where the interview is, and whom to tell when it can't be. */
function InterviewAhead(props: PathProps & { interview: Interview }): VNode {
  const words = useWords(trustMessages);
  const formats = useFormats();
  const { startsAt, durationMinutes, place, whereWords } = props.interview;
  const { phone, email } = props.office;
  const isLink = /^https:\/\/\S+$/u.test(whereWords);
  return (
    <>
      <p>
        <strong>{formats.span(startsAt, startsAt.add({ minutes: durationMinutes }))}</strong>
      </p>
      <p>
        {words(place === 'online' ? 'interview_online' : 'interview_place')}{' '}
        {isLink ? <Link href={whereWords}>{whereWords}</Link> : <OwnWords>{whereWords}</OwnWords>}
      </p>
      <p>
        <Link href={trustPaths.volunteeringInterview()} kind="block">
          {words('interview_calendar')}
        </Link>
      </p>
      {props.times.length > 0 && (
        <Disclosure
          summary={words('interview_choose_other')}
          open={props.form.refusalOf('slot') !== undefined}
        >
          <ChooseTime {...props} />
        </Disclosure>
      )}
      <Disclosure summary={words('interview_ask_other_time')}>
        <Form action={trustPaths.volunteeringInterviewChanges()}>
          <Composer
            form={FormState.fresh()}
            name="otherTimes"
            label={words('interview_other_times')}
            hint={words('interview_other_times_hint')}
            maxLength={1000}
            rows={3}
          />
          <Actions>
            <Button>{words('send_times')}</Button>
          </Actions>
        </Form>
      </Disclosure>
      <p>
        {words('interview_does_not_suit')}{' '}
        {phone && <Link href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</Link>}{' '}
        <Link href={`mailto:${email}`}>{email}</Link>
      </p>
    </>
  );
}

/** The times that coordinators keep open: one press, and it is agreed. */
function ChooseTime({
  times,
  form,
  isNext,
}: Pick<PathProps, 'times' | 'form'> & { readonly isNext?: boolean }): VNode {
  const words = useWords(trustMessages);
  return (
    <Form
      action={trustPaths.volunteeringInterviewTimes()}
      idempotencyKey={form.value('idempotency_key') || undefined}
    >
      <SlotRadios {...form.field('slot')} label={words('interview_choose')} slots={times} />
      <Actions>
        <Button kind={isNext ? 'main' : 'quiet'}>{words('interview_choose_button')}</Button>
      </Actions>
    </Form>
  );
}
