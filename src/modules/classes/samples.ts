import { as, look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** What there is to look at of classes. */
export interface ClassesWorld extends PeopleWorld {
  /** Nobody's where a world has none. */
  readonly courseId: string;
  readonly sessionId: string;
}

const courseAt = (rest: string) => ({
  path: ({ courseId }: ClassesWorld) => `/desk/classes/${courseId}${rest}`,
});

export const samples: Samples<ClassesWorld> = {
  async find(db) {
    const session = await db
      .selectFrom('classes.sessions')
      .select(['id', 'course_id'])
      .where('state', '=', 'open')
      .orderBy('starts_at')
      .limit(1)
      .executeTakeFirst();
    return { courseId: session?.course_id ?? NOBODY_ID, sessionId: session?.id ?? NOBODY_ID };
  },
  pages: [
    look('/classes'),
    look('/classes/teaching', { who: as('tutor') }),
    staffLook('/desk/classes'),
    staffLook('/desk/classes/figures'),
    staffLook('/desk/classes/new', { form: '/new' }),
    staffLook('/desk/classes/:id', courseAt('')),
    staffLook('/desk/classes/:id/words', courseAt('/words')),
    staffLook('/desk/classes/sessions/:id', {
      path: ({ sessionId }: ClassesWorld) => `/desk/classes/sessions/${sessionId}`,
    }),
    ...['day', 'day/sheet'].map((page) =>
      staffLook(`/classes/sessions/:id/${page}`, {
        languages: 'all',
        path: ({ sessionId }: ClassesWorld) => `/classes/sessions/${sessionId}/${page}`,
      }),
    ),
  ],
  params: {
    '/desk/classes/enrolments/': (db) => db.selectFrom('classes.enrolments').select('id').execute(),
    '/desk/classes/sessions/': (db) => db.selectFrom('classes.sessions').select('id').execute(),
    '/desk/classes/': (db) => db.selectFrom('classes.courses').select('id').execute(),
    '/classes/sessions/': (db) => db.selectFrom('classes.sessions').select('id').execute(),
    '/classes/teaching/': (db) => db.selectFrom('classes.commitments').select('id').execute(),
  },
};
