import { actRoutes } from '../../../../kits/acts/index.ts';
import { formRoutes } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { findChildren } from '../../children/store/children.ts';
import { listGuardianIds } from '../../children/store/guardianships.ts';
import { changeCourse, endCourse, openCourse, planCourse } from '../../courses/commands.ts';
import { titleOf } from '../../courses/words.ts';
import { classesPaths } from '../../paths.ts';
import { planSession } from '../../sessions/commands.ts';
import { findCourse } from '../../store/courses.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { listSessions } from '../../store/sessions.ts';
import type { Course } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';
import { courseForms } from '../sent.ts';
import { timesOf } from '../times.ts';
import { enrolmentRoutes } from './enrolment-routes.ts';
import { courseForm, toCourse, typeCourse } from './form.ts';
import { CoursePage, WritingPage } from './page.tsx';

const access = ['coordinator'] as const;
const KIND = 'classes.course';
/** What a session begins with: songs, one's own task, karuta, a snack. */
const USUAL_PLAN = [
  { activity: 'songs', minutes: 15 },
  { activity: 'own_task', minutes: 45 },
  { activity: 'karuta', minutes: 20 },
  { activity: 'snack', minutes: 10 },
] as const;

/** A course, for coordinators: written, opened, with its days. */
export const courseRoutes: readonly Route[] = [
  ...formRoutes({
    path: classesPaths.deskCourseNew,
    access,
    audit: 'classes.course.planned',
    of: courseForm,
    begin: () => ({ fromAge: 5, toAge: 9, room: 12 }),
    show: ({ locale }, form) =>
      page(classesStaffMessages.in(locale).plain('course_new'), <WritingPage form={form} course={null} />),
    async save({ db, fields, actor, now, locale, audit }) {
      const done = await planCourse(db, toCourse(fields), { personId: ownId({ actor }), now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ subjectIds: [], object: { kind: KIND, id: done.value } });
      const text = classesStaffMessages.in(locale).noted('course_was_saved');
      return redirect(classesPaths.deskCourse({ id: done.value }), { tone: 'done', text });
    },
  }),
  ...formRoutes({
    path: classesPaths.deskCourseWords,
    access,
    audit: 'classes.course.changed',
    of: courseForm,
    async begin({ db, params }) {
      const course = await findCourse(db, params.id);
      return course && typeCourse(course);
    },
    async show({ db, params, locale }, form) {
      const course = await findCourse(db, params.id);
      if (!course) return missing();
      const title = classesStaffMessages
        .in(locale)
        .plain('course_write', { course: titleOf(course, locale) });
      return page(title, <WritingPage form={form} course={course} />);
    },
    async save({ db, params, fields, now, locale, audit }) {
      const on = { courseId: params.id, as: 'coordinator', now } as const;
      const done = await changeCourse(db, { ...on, written: toCourse(fields) });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ subjectIds: [], object: { kind: KIND, id: params.id } });
      const text = classesStaffMessages.in(locale).noted('course_was_saved');
      return redirect(classesPaths.deskCourse({ id: params.id }), { tone: 'done', text });
    },
  }),
  get({
    path: classesPaths.deskCourse,
    access,
    audit: 'classes.course.viewed',
    async handle(call) {
      const shown = await coursePage(call, FormState.fresh());
      if (shown.kind !== 'page') return shown;
      const childIds = (await listOfCourse(call.db, call.params.id)).map(({ childId }) => childId);
      await call.audit({
        subjectIds: await listGuardianIds(call.db, childIds),
        object: { kind: KIND, id: call.params.id },
      });
      return shown;
    },
  }),
  ...enrolmentRoutes,
  ...actRoutes(
    courseForms,
    {
      access,
      on: ({ params, now, fields }) => ({
        ...{ courseId: params.id, as: 'coordinator' as const, now },
        version: fields.version,
      }),
      about: ({ id }: Course) => ({ subjectIds: [], object: { kind: KIND, id } }),
      again: coursePage,
    },
    {
      opening: ({ db }, on) => openCourse(db, on),
      ending: ({ db }, on) => endCourse(db, on),
      async session({ db, params, fields, now }) {
        const course = await findCourse(db, params.id);
        if (!course) return missing();
        const times = timesOf(fields);
        if (!times.ok) return times;
        const planned = { courseId: course.id, ...times.value, room: course.room, plan: USUAL_PLAN };
        const done = await planSession(db, planned, now);
        return done.ok ? { ok: true, value: course } : done;
      },
    },
  ),
];

/** Those who wait for an answer, then those who come. */
const listOfCourse = async (db: Database, courseId: string) => [
  ...(await listEnrolments(db, courseId, ['asked', 'trial'])),
  ...(await listEnrolments(db, courseId, ['enrolled'])),
];

async function coursePage(
  {
    db,
    params,
    locale,
    now,
  }: Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const course = await findCourse(db, params.id);
  if (!course) return missing();
  const sessions = await listSessions(db, course.id);
  const found = await listOfCourse(db, course.id);
  const children = await findChildren(
    db,
    found.map(({ childId }) => childId),
  );
  const enrolments = found.map((one) => ({ ...one, name: children.get(one.childId)?.name ?? '' }));
  return page(titleOf(course, locale), <CoursePage {...{ course, sessions, enrolments, form, now }} />);
}
