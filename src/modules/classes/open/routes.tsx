import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Button, Card, EmptyState, PageHead, SummaryList } from '../../../ui/index.ts';
import { childrenPaths } from '../children/paths.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { titleOf } from '../courses/words.ts';
import { classesPaths } from '../paths.ts';
import { listCourses } from '../store/courses.ts';
import type { Course } from '../types.ts';
import { classesMessages } from '../words.ts';

/** A neighborhood has a few courses at a time. */
const MOST = 20;

/** Courses that take children, for everybody: what they are for, when, whereabouts; never the room. */
export const openRoute: Route = get({
  path: classesPaths.classes,
  access: 'everyone',
  audit: null,
  async handle({ db, locale }) {
    const courses = await listCourses(db, ['open'], MOST);
    const t = classesMessages.in(locale);
    const body = <ClassesPage courses={courses} />;
    return { ...page(t.plain('classes_title'), body), found: { description: t.plain('classes_lead') } };
  },
});

export const classesAddresses: OpenAddresses = async () => [{ path: classesPaths.classes() }];

function ClassesPage({ courses }: { readonly courses: readonly Course[] }): VNode {
  const t = useWords(classesMessages);
  return (
    <>
      <PageHead title={t('classes_title')} lead={t('classes_lead')} />
      {courses.length === 0 && <EmptyState title={t('classes_none')}>{t('classes_none_text')}</EmptyState>}
      <div class="tiles">
        {courses.map((course) => (
          <CourseCard course={course} />
        ))}
      </div>
      <p>{t('classes_how')}</p>
    </>
  );
}

function CourseCard({ course }: { readonly course: Course }): VNode {
  const t = useWords(classesMessages);
  const { day } = useFormats();
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
        ]}
      />
    </Card>
  );
}
