import type { VNode } from 'preact';
import { Decision } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Heading, OwnWords, Radios, TextArea, TextField } from '../../../ui/index.ts';
import { INTERVIEW_MINUTES } from '../interviews/rules.ts';
import { trustStaffMessages } from '../messages.ts';
import { isOnTheWay } from '../rules.ts';
import { INTERVIEW_OUTCOMES, INTERVIEW_PLACES, type Interview } from '../types.ts';
import { fileForms, shownIn } from './file-forms.ts';
import type { FileProps } from './person-file.ts';

/** Interviews with somebody: the one ahead, its outcome, a new time, and what was noted before. */
export function Interviews(props: FileProps): VNode | null {
  const words = useWords(trustStaffMessages);
  const { interviews, standing } = props.file;
  const mayPlan = isOnTheWay(standing.application);
  if (!mayPlan && interviews.length === 0) return null;
  return (
    <>
      <Heading level={2} id="interviews">
        {words('interviews_title')}
      </Heading>
      {interviews.map((interview) => (
        <InterviewCard interview={interview} />
      ))}
      {standing.interview && <OutcomeForm {...props} interview={standing.interview} />}
      {mayPlan && <PlanForm {...props} />}
    </>
  );
}

function InterviewCard(props: { interview: Interview }): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { startsAt, durationMinutes, place, whereWords, outcome, note } = props.interview;
  return (
    <Card title={formats.span(startsAt, startsAt.add({ minutes: durationMinutes }))} level={3}>
      <p>
        {words(`interview_at_${place}`)} <OwnWords>{whereWords}</OwnWords>
      </p>
      <p>{words(outcome ? `outcome_${outcome}` : 'outcome_is_open')}</p>
      {note && <OwnWords as="p">{note}</OwnWords>}
    </Card>
  );
}

function OutcomeForm(props: FileProps & { interview: Interview }): VNode {
  const words = useWords(trustStaffMessages);
  const { form, interview } = props;
  const hasBegun = Temporal.Instant.compare(interview.startsAt, props.now) <= 0;
  return (
    <Decision
      table={fileForms}
      act="interview-outcomes"
      of={shownIn(props)}
      hidden={{ interviewId: interview.id }}
      open={hasBegun}
      summary={words('record_outcome')}
      button={words('record_outcome')}
    >
      <Radios
        {...form.field('outcome')}
        label={words('outcome')}
        choices={INTERVIEW_OUTCOMES.map((value) => ({ value, label: words(`outcome_${value}`) }))}
      />
      <TextArea
        {...form.field('note')}
        label={words('note')}
        hint={words('for_staff_only')}
        maxLength={4000}
        optional
      />
    </Decision>
  );
}

function PlanForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { file, form } = props;
  const summary = words(file.standing.interview ? 'plan_another_time' : 'plan_interview');
  return (
    <Decision table={fileForms} act="interviews" of={shownIn(props)} summary={summary} button={summary}>
      <TextField {...form.field('interviewDay')} type="date" width="short" label={words('interview_day')} />
      <TextField {...form.field('interviewTime')} type="time" width="short" label={words('interview_time')} />
      <TextField
        {...form.field('durationMinutes')}
        value={form.value('durationMinutes') || String(INTERVIEW_MINUTES.usual)}
        inputmode="numeric"
        width="short"
        label={words('duration_minutes')}
        hint={words('duration_minutes_hint', {
          least: INTERVIEW_MINUTES.least,
          most: INTERVIEW_MINUTES.most,
        })}
      />
      <Radios
        {...form.field('place')}
        label={words('place')}
        inline
        choices={INTERVIEW_PLACES.map((value) => ({ value, label: words(`place_${value}`) }))}
      />
      <TextField
        {...form.field('whereWords')}
        label={words('where_words')}
        hint={words('where_words_hint')}
      />
    </Decision>
  );
}
