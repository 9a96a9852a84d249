import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Actions, Button, DataTable, Link, PageHead } from '../../../ui/index.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { classesPaths } from '../paths.ts';
import { findCourses, listCourses } from '../store/courses.ts';
import { listSessionsAhead } from '../store/sessions.ts';
import type { Course, Session } from '../types.ts';
import { classesStaffMessages } from '../words.ts';
import { SessionsTable } from './sessions-table.tsx';

/** What one looks through at once; older courses are found by their days. */
const COURSES = 30;
const DAYS = 30;

/** All courses, and the days that lie ahead. */
export const listRoute: Route = get({
  path: classesPaths.deskClasses,
  access: ['coordinator'],
  audit: null,
  async handle({ db, locale }) {
    const sessions = await listSessionsAhead(db, ['planned', 'open', 'under_way'], DAYS);
    const courses = await listCourses(db, ['planned', 'open', 'over'], COURSES);
    const of = await findCourses(
      db,
      sessions.map(({ courseId }) => courseId),
    );
    const title = classesStaffMessages.in(locale).plain('desk_classes');
    return page(title, <ListPage {...{ sessions, courses, of }} />);
  },
});

function ListPage(props: {
  readonly sessions: readonly Session[];
  readonly courses: readonly Course[];
  readonly of: ReadonlyMap<string, Course>;
}): VNode {
  const t = useWords(classesStaffMessages);
  const { day } = useFormats();
  return (
    <>
      <PageHead title={t('desk_classes')} lead={t('desk_classes_lead')} />
      <Actions>
        <Button href={classesPaths.deskCourseNew()} kind="main">
          {t('course_new')}
        </Button>
        <Link href={classesPaths.deskFigures()}>{t('figures_title')}</Link>
      </Actions>
      <SessionsTable sessions={props.sessions} courses={props.of} caption={t('sessions_ahead')} />
      <DataTable
        caption={t('courses_title')}
        rows={props.courses}
        empty={<p>{t('courses_none')}</p>}
        columns={[
          {
            key: 'title',
            head: t('course_title'),
            rowHead: true,
            cell: (course) => (
              <Link href={classesPaths.deskCourse({ id: course.id })}>
                <CourseSays course={course} what="title" />
              </Link>
            ),
          },
          {
            key: 'term',
            head: t('course_term'),
            cell: ({ beginsOn, endsOn }) => t('course_from_to', { from: day(beginsOn), to: day(endsOn) }),
          },
          {
            key: 'state',
            head: t('session_state'),
            atEnd: true,
            cell: ({ state }) => t(`course_state_${state}`),
          },
        ]}
      />
    </>
  );
}
