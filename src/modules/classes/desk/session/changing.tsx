import type { VNode } from 'preact';
import { Decision } from '../../../../kits/acts/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { FieldRow, Select, SummaryList, TextField } from '../../../../ui/index.ts';
import { ACTIVITIES, CANCEL_REASONS } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';
import { sessionForms } from '../sent.ts';
import type { SessionProps } from './props.ts';

/** The form of an act takes the day as it was drawn. */
const shown = ({ session, form, now }: SessionProps) => ({
  ...{ id: session.id, state: session.state, version: session.version, form, now },
});

/** What is done on the day; its room and its minutes can be changed. */
export function Plan(props: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const { session, form } = props;
  const minutesOf = (activity: string) => session.plan.find((one) => one.activity === activity)?.minutes;
  return (
    <section class="stack">
      <h2>{t('plan_title')}</h2>
      <SummaryList
        rows={session.plan.map(({ activity, minutes }) => ({
          label: t(`activity_${activity}`),
          value: t('plan_minutes', { count: minutes }),
        }))}
      />
      <Decision
        table={sessionForms}
        of={shown(props)}
        act="change"
        summary={t('session_change')}
        text={t('session_change_text')}
        button={t('session_save')}
      >
        <TextField
          {...form.field('room')}
          value={form.value('room') || String(session.room)}
          label={t('course_room')}
          inputmode="numeric"
          width="short"
        />
        <FieldRow>
          {ACTIVITIES.map((activity) => (
            <TextField
              {...form.field(`minutes.${activity}`)}
              value={form.value(`minutes.${activity}`) || String(minutesOf(activity) ?? '')}
              label={t('activity_minutes', { activity: t(`activity_${activity}`) })}
              inputmode="numeric"
              width="short"
              optional
            />
          ))}
        </FieldRow>
      </Decision>
    </section>
  );
}

/** Storm, illness, a room that is taken: the day takes place on another date. */
export function Moving(props: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const { form } = props;
  return (
    <Decision
      table={sessionForms}
      of={shown(props)}
      act="moving"
      summary={t('session_move')}
      text={t('session_move_text')}
      button={t('session_move_sure')}
    >
      <FieldRow>
        <TextField {...form.field('onDay')} label={t('session_on_day')} type="date" width="medium" />
        <TextField {...form.field('startsAt')} label={t('session_starts_at')} type="time" width="short" />
        <TextField {...form.field('endsAt')} label={t('session_ends_at')} type="time" width="short" />
      </FieldRow>
    </Decision>
  );
}

export function Cancelling(props: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const { form } = props;
  return (
    <Decision
      table={sessionForms}
      of={shown(props)}
      act="cancellation"
      kind="danger"
      summary={t('session_cancel')}
      text={t('session_cancel_text')}
      button={t('session_cancel_sure')}
    >
      <Select
        {...form.field('reason')}
        label={t('session_cancel_reason')}
        options={CANCEL_REASONS.map((value) => ({ value, label: t.plain(`cancel_${value}`) }))}
      />
    </Decision>
  );
}
