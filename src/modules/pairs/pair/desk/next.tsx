import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { FieldRow, Notice, Radios, TextArea, TextField } from '../../../../ui/index.ts';
import { haveMet, INTRODUCTION_MINUTES } from '../../introduction/rules.ts';
import { askedSides } from '../../propose/rules.ts';
import { pairsStaffMessages } from '../../words.ts';
import { personOf } from '../over.ts';
import { deskPairForms, MOST_WORDS, PLACES } from './forms.ts';
import { type DeskPairProps, shownIn } from './scene.ts';

/** What comes next with a pair, and what presses beside it. */
export function DeskNext(props: DeskPairProps): VNode {
  return (
    <>
      <WritingStopped {...props} />
      <LookAgain {...props} />
      <ByState {...props} />
    </>
  );
}

function ByState(props: DeskPairProps): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { pair, introduction, names, now } = props;
  const waitsFor = formats.list(
    askedSides(pair).map((side) => names.get(personOf(pair, side)) ?? t.plain('somebody')),
  );
  const until = pair.answerBy ? formats.dayTime(pair.answerBy) : '';
  if (pair.state === 'proposed' || pair.state === 'offered')
    return (
      <NextStep title={t('pair_waits_for', { name: waitsFor })} text={t('pair_waits_until', { until })} />
    );
  if (pair.state === 'introduction') {
    if (!introduction)
      return (
        <NextStep title={t('pair_needs_time')} text={t('pair_needs_time_text')}>
          <ActForm
            table={deskPairForms}
            of={shownIn(props)}
            act="introduction"
            kind="main"
            button={t('pair_set_time')}
          >
            <TimeFields {...props} />
          </ActForm>
        </NextStep>
      );
    if (haveMet(introduction, now))
      return (
        <NextStep title={t('pair_met_waits', { names: waitsFor })} text={t('pair_met_text', { until })} />
      );
    const { startsAt, endsAt, hostId, whereWords } = introduction;
    const host = { name: names.get(hostId) ?? t.plain('somebody'), where: whereWords ?? '' };
    return (
      <NextStep
        title={t('pair_meets', { when: formats.span(startsAt, endsAt) })}
        text={t('pair_meets_with', host)}
      />
    );
  }
  if (pair.endsOn && pair.overAt === null) {
    const day = formats.day(pair.endsOn.subtract({ days: 1 }));
    return <NextStep title={t('pair_runs', { day })} />;
  }
  return <NextStep title={t('pair_is_over')} />;
}

function WritingStopped(props: DeskPairProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { writingStoppedAt } = props.pair;
  if (!writingStoppedAt || props.pair.overAt) return null;
  return (
    <Notice
      tone="danger"
      title={t('pair_writing_is_stopped')}
      actions={
        <Press table={deskPairForms} of={shownIn(props)} act="writing">
          {t('pair_let_write')}
        </Press>
      }
    >
      {t('pair_writing_is_stopped_text', { when: formats.dayTime(writingStoppedAt) })}
    </Notice>
  );
}

function LookAgain(props: DeskPairProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { pair, form } = props;
  if (!pair.lookAgainOn) return null;
  return (
    <NextStep
      title={t('pair_look_again', { day: formats.day(pair.lookAgainOn) })}
      text={t('pair_look_again_text')}
    >
      <ActForm table={deskPairForms} of={shownIn(props)} act="second-look" button={t('pair_keep')}>
        <TextArea {...form.field('found')} label={t('pair_looked')} rows={3} maxLength={MOST_WORDS} />
      </ActForm>
    </NextStep>
  );
}

/** A time that a coordinator sets, as agreed with both. */
function TimeFields({ form }: Pick<DeskPairProps, 'form'>): VNode {
  const t = useWords(pairsStaffMessages);
  const minutes = form.value('minutes') || String(INTRODUCTION_MINUTES.usual);
  return (
    <>
      <FieldRow>
        <TextField {...form.field('day')} type="date" label={t('pair_day')} />
        <TextField {...form.field('time')} type="time" label={t('pair_time')} />
        <TextField
          {...form.field('minutes')}
          value={minutes}
          inputmode="numeric"
          label={t('pair_minutes')}
          width="short"
        />
      </FieldRow>
      <Radios
        {...form.field('place')}
        value={form.value('place') || 'online'}
        label={t('pair_place')}
        choices={PLACES.map((value) => ({ value, label: t(`pair_place_${value}`) }))}
        inline
      />
      <TextField {...form.field('whereWords')} label={t('pair_where')} />
    </>
  );
}

/** What a coordinator does seldom: behind a line each. */
export function FurtherActs(props: DeskPairProps): VNode {
  const t = useWords(pairsStaffMessages);
  const { pair, introduction, form, colleagues } = props;
  const of = shownIn(props);
  return (
    <>
      {introduction && pair.state === 'introduction' && (
        <Decision
          table={deskPairForms}
          of={of}
          act="introduction"
          id="another-time"
          summary={t('pair_change_time')}
          button={t('pair_set_time')}
        >
          <TimeFields {...props} />
        </Decision>
      )}
      {colleagues.length > 0 && (
        <Decision
          table={deskPairForms}
          of={of}
          act="hand-over"
          summary={t('pair_hand_over')}
          text={t('pair_hand_over_text')}
          button={t('pair_hand_over')}
        >
          <Radios
            {...form.field('toId')}
            label={t('pair_colleague')}
            choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            {...form.field('letter')}
            label={t('pair_letter')}
            hint={t('pair_for_staff')}
            rows={4}
            maxLength={MOST_WORDS}
          />
        </Decision>
      )}
      <Decision
        table={deskPairForms}
        of={of}
        act="withdrawal"
        kind="danger"
        summary={t('pair_withdraw')}
        text={t('pair_withdraw_text')}
        button={t('pair_withdraw')}
      >
        <TextArea
          {...form.field('reason')}
          label={t('pair_reason')}
          hint={t('pair_for_staff')}
          rows={3}
          maxLength={MOST_WORDS}
        />
      </Decision>
    </>
  );
}
