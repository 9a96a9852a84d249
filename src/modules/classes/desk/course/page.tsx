import type { VNode } from 'preact';
import { ActForm, Press } from '../../../../kits/acts/index.ts';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  FieldRow,
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  StatusChip,
  SummaryList,
  TextField,
} from '../../../../ui/index.ts';
import { CourseSays } from '../../courses/course-words.tsx';
import { classesPaths } from '../../paths.ts';
import type { Course, Session } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';
import { courseForms } from '../sent.ts';
import { SessionsTable } from '../sessions-table.tsx';
import { Enrolments, type NamedEnrolment } from './enrolments.tsx';
import { courseForm } from './form.ts';

const TONES = { planned: 'waiting', open: 'good', over: 'plain' } as const;

/** The form of a course. */
export function WritingPage({
  form,
  course,
}: {
  readonly form: FormState;
  readonly course: Course | null;
}): VNode {
  const t = useWords(classesStaffMessages);
  return (
    <>
      <PageHead
        title={
          course
            ? t('course_write', { course: <CourseSays course={course} what="title" /> })
            : t('course_new')
        }
        lead={t('course_write_lead')}
        back={
          course
            ? {
                href: classesPaths.deskCourse({ id: course.id }),
                label: <CourseSays course={course} what="title" />,
              }
            : { href: classesPaths.deskClasses(), label: t('desk_classes') }
        }
      />
      <FilledIn
        of={courseForm}
        form={form}
        action={course ? classesPaths.deskCourseWords({ id: course.id }) : classesPaths.deskCourseNew()}
        button={t('course_save')}
      />
    </>
  );
}

/** A course with its days: how it stands, what is to come, one more day. */
export function CoursePage(props: {
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly enrolments: readonly NamedEnrolment[];
  readonly form: FormState;
  readonly now: Temporal.Instant;
}): VNode {
  const t = useWords(classesStaffMessages);
  const { day } = useFormats();
  const { course, sessions, enrolments, form, now } = props;
  const isAhead = ({ state, startsAt }: Session) =>
    state === 'open' && Temporal.Instant.compare(now, startsAt) < 0;
  const of = { id: course.id, state: course.state, version: course.version, form, now };
  return (
    <>
      <PageHead
        title={<CourseSays course={course} what="title" />}
        back={{ href: classesPaths.deskClasses(), label: t('desk_classes') }}
        aside={<StatusChip tone={TONES[course.state]}>{t(`course_state_${course.state}`)}</StatusChip>}
      />
      <FormErrors refusals={form.refusals} />
      <SummaryList
        rows={[
          {
            label: t('course_term'),
            value: t('course_from_to', { from: day(course.beginsOn), to: day(course.endsOn) }),
          },
          {
            label: t('course_ages'),
            value: t('course_ages_from_to', { from: course.fromAge, to: course.toAge }),
          },
          { label: t('course_room'), value: t('course_room_holds', { count: course.room }) },
          { label: t('course_address'), value: <OwnWords>{course.address}</OwnWords> },
          { label: t('course_area'), value: <CourseSays course={course} what="area" /> },
          { label: t('course_aims'), value: <CourseSays course={course} what="aims" /> },
        ]}
      />
      <Actions>
        <Press table={courseForms} of={of} act="opening" kind="main" confirm={t('course_open_confirm')}>
          {t('course_open')}
        </Press>
        <Press table={courseForms} of={of} act="ending" confirm={t('course_end_confirm')}>
          {t('course_end')}
        </Press>
        <Link href={classesPaths.deskCourseWords({ id: course.id })}>{t('course_change')}</Link>
      </Actions>
      <Enrolments enrolments={enrolments} days={sessions.filter(isAhead)} />
      <SessionsTable sessions={sessions} caption={t('sessions_title')} />
      {course.state !== 'over' && (
        <section class="stack">
          <h2>{t('session_new')}</h2>
          <ActForm table={courseForms} of={of} act="session" button={t('session_plan')}>
            <FieldRow>
              <TextField {...form.field('onDay')} label={t('session_on_day')} type="date" width="medium" />
              <TextField
                {...form.field('startsAt')}
                label={t('session_starts_at')}
                type="time"
                width="short"
              />
              <TextField {...form.field('endsAt')} label={t('session_ends_at')} type="time" width="short" />
            </FieldRow>
          </ActForm>
        </section>
      )}
    </>
  );
}
