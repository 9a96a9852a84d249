import { z } from 'zod';
import { formRoutes } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { ownId } from '../../../../platform/permissions.ts';
import {
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { findPerson } from '../../../people/index.ts';
import { findCourse } from '../../store/courses.ts';
import { wordsOfCourse } from '../own/course-words.ts';
import { childrenPaths } from '../paths.ts';
import { listEnrolledIn } from '../store/ahead.ts';
import { listChildrenOf } from '../store/children.ts';
import { isGuardianOf, listGuardianIds, listGuardianships } from '../store/guardianships.ts';
import { childrenMessages } from '../words.ts';
import { enrolChild, enrolKnownChild } from './commands.ts';
import { enrolmentForm } from './form.tsx';
import { EnrolmentPage } from './page.tsx';

type Typed = ReturnType<(typeof enrolmentForm)['schema']['parse']>;

/** What was typed, by whose it is. */
export function readChild(
  typed: Pick<
    Typed,
    'name' | 'birthYear' | 'birthMonth' | 'isFirstOfApril' | 'languages' | 'reading' | 'school' | 'note'
  >,
) {
  const { name, languages, reading, school, note, isFirstOfApril } = typed;
  const birthMonth = Temporal.PlainDate.from({
    year: typed.birthYear,
    month: Number(typed.birthMonth),
    day: 1,
  });
  return { name, languages, reading, school, note, isFirstOfApril, birthMonth };
}

/** Only one month has a first of April. */
export const isNoFirstOfApril = ({
  isFirstOfApril,
  birthMonth,
}: Pick<Typed, 'isFirstOfApril' | 'birthMonth'>) => isFirstOfApril && birthMonth !== '4';

/** What is the same for brothers and sisters is not asked twice; a name and a birthday are. */
async function beginForm(db: Database, personId: string): Promise<Partial<Typed>> {
  const last = (await listChildrenOf(db, personId)).at(-1);
  const phone = (await findPerson(db, personId))?.phone ?? '';
  if (!last) return { phone, mayFetch: true };
  const own = (await listGuardianships(db, [last.id])).find((one) => one.personId === personId);
  return {
    languages: [...last.languages],
    ...(own && {
      ...{ relation: own.relation, phone: own.phone, mayFetch: own.mayFetch },
      ...own.custody,
    }),
    photos: last.photos,
  };
}

export const enrolRoutes: readonly Route[] = [
  ...formRoutes({
    path: childrenPaths.enrolment,
    access: 'person',
    audit: 'classes.child.enrolled',
    of: enrolmentForm,
    begin: ({ db, actor }) => beginForm(db, ownId({ actor })),
    async show({ db, params, actor, locale }, form): Promise<Reply> {
      const course = await findCourse(db, params.id);
      if (course?.state !== 'open') return missing();
      const children = await listChildrenOf(db, ownId({ actor }));
      const enrolled = await listEnrolledIn(
        db,
        params.id,
        children.map(({ id }) => id),
      );
      const known = children.filter(({ id }) => !enrolled.has(id));
      const { title } = wordsOfCourse(course, locale);
      const shown = { courseId: params.id, course: title, form, known };
      return page(childrenMessages.in(locale).plain('enrol_title'), <EnrolmentPage {...shown} />);
    },
    async save({ db, params, fields, actor, now, locale, audit }) {
      if (isNoFirstOfApril(fields))
        return refusedBy({ code: 'only_april_has_a_first', field: 'isFirstOfApril' });
      const by = ownId({ actor });
      const { relation, phone, mayFetch, decides, notTold, photos } = fields;
      const guardian = { name: actor.name, relation, phone, mayFetch, decides, notTold };
      const done = await enrolChild(db, params.id, { child: readChild(fields), guardian, photos, by, now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ subjectIds: [by], object: { kind: 'classes.child', id: done.value } });
      return redirect(childrenPaths.one({ id: done.value }), sent(locale));
    },
  }),
  post({
    path: childrenPaths.siblings,
    access: 'person',
    audit: 'classes.child.enrolled',
    form: z.object({ childId: z.uuid({ message: 'choose_one' }) }),
    async handle({ db, params, fields: { childId }, actor, now, locale, audit }) {
      const by = ownId({ actor });
      if (!(await isGuardianOf(db, by, childId))) return missing();
      const done = await enrolKnownChild(db, params.id, { childId, by, now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({
        subjectIds: await listGuardianIds(db, [childId]),
        object: { kind: 'classes.child', id: childId },
      });
      return redirect(childrenPaths.one({ id: childId }), sent(locale));
    },
  }),
];

const sent = (locale: Locale) =>
  ({ tone: 'done', text: childrenMessages.in(locale).noted('enrolment_is_sent') }) as const;
