import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Card,
  EmptyState,
  Notice,
  OwnWords,
  PageHead,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../ui/index.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { WayToDay } from '../day/ways.tsx';
import { classesPaths } from '../paths.ts';
import type { Commitment, Course, Session } from '../types.ts';
import { classesMessages } from '../words.ts';

/** A day for which somebody was asked. */
export interface AskedDay {
  readonly commitment: Commitment;
  readonly session: Session;
  readonly course: Course;
}

const TONES: Readonly<Record<Commitment['state'], Tone>> = {
  asked: 'waiting',
  yes: 'good',
  no: 'plain',
  silent: 'notice',
};

/** The days for which somebody was asked, the nearest first: yes or no, and another answer until it begins. */
export function TeachingPage(props: {
  readonly days: readonly AskedDay[];
  readonly now: Temporal.Instant;
}): VNode {
  const t = useWords(classesMessages);
  return (
    <>
      <PageHead title={t('teaching_title')} lead={t('teaching_lead')} />
      {props.days.length === 0 && (
        <EmptyState title={t('teaching_none')}>{t('teaching_none_text')}</EmptyState>
      )}
      <div class="tiles">
        {props.days.map((day) => (
          <DayCard {...day} now={props.now} />
        ))}
      </div>
    </>
  );
}

function DayCard({ commitment, session, course, now }: AskedDay & { readonly now: Temporal.Instant }): VNode {
  const t = useWords(classesMessages);
  const { span, dayTime, list, plain } = useFormats();
  const { id, state, isVetted, role, answerBy } = commitment;
  const { cancelReason, movedFrom } = session;
  const isClosed =
    cancelReason !== null ||
    session.state === 'under_way' ||
    Temporal.Instant.compare(now, session.startsAt) >= 0;
  return (
    <Card
      title={span(session.startsAt, session.endsAt)}
      level={2}
      id={`day-${id}`}
      accent={state === 'asked' && !cancelReason}
      aside={
        cancelReason ? (
          <StatusChip tone="plain">{t('class_is_off')}</StatusChip>
        ) : (
          <StatusChip tone={TONES[state]}>{t(`teaching_${state}`)}</StatusChip>
        )
      }
      actions={isClosed ? undefined : <Answers commitment={commitment} day={plain.day(session.startsAt)} />}
    >
      {cancelReason && <Notice>{t(`off_${cancelReason}`)}</Notice>}
      {movedFrom && <Notice>{t('teaching_moved', { from: dayTime(movedFrom) })}</Notice>}
      {state === 'yes' && isVetted && <WayToDay session={session} now={now} />}
      {state === 'yes' && !isVetted && !cancelReason && <Notice>{t('teaching_not_vetted')}</Notice>}
      <SummaryList
        rows={[
          { label: t('teaching_course'), value: <CourseSays course={course} what="title" /> },
          { label: t('teaching_as'), value: t(`teaching_as_${role}`) },
          {
            label: t('teaching_where'),
            // The room is told to whoever comes.
            value:
              state === 'yes' ? (
                <OwnWords>{course.address}</OwnWords>
              ) : (
                <CourseSays course={course} what="area" />
              ),
          },
          {
            label: t('teaching_plan'),
            value: list(session.plan.map(({ activity }) => t(`class_activity_${activity}`))),
          },
          ...(state === 'asked' && !isClosed
            ? [{ label: t('teaching_answer_by'), value: dayTime(answerBy) }]
            : []),
        ]}
      />
    </Card>
  );
}

/** Yes or no, by one press; until the day begins another answer too. */
function Answers({
  commitment: { id, state },
  day,
}: {
  readonly commitment: Commitment;
  readonly day: string;
}): VNode {
  const t = useWords(classesMessages);
  const named = { day };
  return (
    <>
      {state !== 'yes' && (
        <ActionForm
          action={classesPaths.teachingYes({ id })}
          kind={state === 'asked' ? 'main' : 'quiet'}
          label={t.plain('teaching_say_yes_named', named)}
        >
          {t('teaching_say_yes')}
        </ActionForm>
      )}
      {state !== 'no' && (
        <ActionForm
          action={classesPaths.teachingNo({ id })}
          label={t.plain('teaching_say_no_named', named)}
          confirm={state === 'yes' ? t('teaching_say_no_confirm') : undefined}
        >
          {t(state === 'yes' ? 'teaching_cancel' : 'teaching_say_no')}
        </ActionForm>
      )}
    </>
  );
}
