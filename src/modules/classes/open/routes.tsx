import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import {
  Button,
  Card,
  EmptyState,
  Link,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
} from '../../../ui/index.ts';
import { childrenPaths } from '../children/paths.ts';
import { type EnrolledIn, listEnrolmentsOf } from '../children/store/ahead.ts';
import { listChildrenOf } from '../children/store/children.ts';
import { childrenMessages } from '../children/words.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { titleOf } from '../courses/words.ts';
import { classesPaths } from '../paths.ts';
import { listCourses } from '../store/courses.ts';
import { listNextDays } from '../store/sessions.ts';
import type { Course, Session } from '../types.ts';
import { classesMessages } from '../words.ts';

/** A neighborhood has a few courses at a time. */
const MOST = 20;
/** Of each course: whether these days suit is seen by the next few. */
const DAYS_SHOWN = 3;

/** Courses that take children, for everybody: what they are for, when, whereabouts; never the room. */
export const openRoute: Route = get({
  path: classesPaths.classes,
  access: 'everyone',
  audit: null,
  async handle({ db, locale, actor, now }) {
    const courses = await listCourses(db, ['open'], MOST);
    const ids = courses.map(({ id }) => id);
    const days = await listNextDays(db, ids, { now, most: DAYS_SHOWN });
    const own = actor.personId ? await listChildrenOf(db, actor.personId) : [];
    const enrolments = await listEnrolmentsOf(
      db,
      own.map(({ id }) => id),
    );
    const names = new Map(own.map(({ id, name }) => [id, name]));
    const t = classesMessages.in(locale);
    const body = <ClassesPage {...{ courses, days, enrolments, names }} />;
    return { ...page(t.plain('classes_title'), body), found: { description: t.plain('classes_lead') } };
  },
});

export const classesAddresses: OpenAddresses = async () => [{ path: classesPaths.classes() }];

interface ShownCourses {
  readonly days: ReadonlyMap<string, readonly Session[]>;
  /** Of one's own children, with what they are called. */
  readonly enrolments: readonly EnrolledIn[];
  readonly names: ReadonlyMap<string, string>;
}

function ClassesPage({ courses, ...shown }: ShownCourses & { readonly courses: readonly Course[] }): VNode {
  const t = useWords(classesMessages);
  return (
    <>
      <PageHead title={t('classes_title')} lead={t('classes_lead')} />
      {courses.length === 0 && <EmptyState title={t('classes_none')}>{t('classes_none_text')}</EmptyState>}
      <div class="tiles">
        {courses.map((course) => (
          <CourseCard course={course} {...shown} />
        ))}
      </div>
      <p>{t('classes_how')}</p>
    </>
  );
}

function CourseCard({ course, days, ...shown }: ShownCourses & { readonly course: Course }): VNode {
  const t = useWords(classesMessages);
  const { day, span } = useFormats();
  const next = days.get(course.id) ?? [];
  const locale = useLocale();
  return (
    <Card
      title={<CourseSays course={course} what="title" />}
      level={2}
      actions={
        <Button
          href={childrenPaths.enrolment({ id: course.id })}
          kind="main"
          label={t.plain('classes_enrol_named', { course: titleOf(course, locale) })}
        >
          {t('classes_enrol')}
        </Button>
      }
    >
      <p>
        <CourseSays course={course} what="aims" />
      </p>
      <SummaryList
        rows={[
          {
            label: t('classes_ages'),
            value: t('classes_ages_from_to', { from: course.fromAge, to: course.toAge }),
          },
          { label: t('classes_where'), value: <CourseSays course={course} what="area" /> },
          {
            label: t('classes_when'),
            value: t('classes_from_to', { from: day(course.beginsOn), to: day(course.endsOn) }),
          },
          ...(next.length === 0
            ? []
            : [
                {
                  label: t('classes_next_days'),
                  value: <Lines of={next.map((one) => span(one.startsAt, one.endsAt))} />,
                },
              ]),
          { label: t('classes_cost'), value: t('program_costs') },
        ]}
      />
      <OwnChildren course={course} {...shown} />
    </Card>
  );
}

function Lines({ of }: { readonly of: readonly Words[] }): VNode {
  return (
    <ul>
      {of.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** Which of one's children are in it, or wait for an answer: whoever looks again does not enroll them twice. */
function OwnChildren({
  course,
  enrolments,
  names,
}: Omit<ShownCourses, 'days'> & { readonly course: Course }): VNode | null {
  const t = useWords(childrenMessages);
  const own = enrolments.filter(({ courseId }) => courseId === course.id);
  if (own.length === 0) return null;
  return (
    <ul>
      {own.map(({ childId, state }) => (
        <li>
          <Link href={childrenPaths.one({ id: childId })}>
            <PersonName>{names.get(childId) ?? ''}</PersonName>
          </Link>{' '}
          <StatusChip tone={state === 'asked' ? 'waiting' : 'good'}>{t(`enrolment_${state}`)}</StatusChip>
        </li>
      ))}
    </ul>
  );
}
