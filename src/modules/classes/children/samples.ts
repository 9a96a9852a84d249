import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** What there is to look at of children; nobody's where a world has none. */
export interface ChildrenWorld extends PeopleWorld {
  readonly childId: string;
  readonly guardianId: string;
  readonly childCourseId: string;
  /** A day to come, and who comes to it as a vetted adult. */
  readonly readingSessionId: string;
  readonly readerId: string;
}

async function findFamily(db: Database) {
  const seat = await db
    .selectFrom('classes.seats as s')
    .innerJoin('classes.children as c', 'c.id', 's.child_id')
    .innerJoin('classes.sessions as d', 'd.id', 's.session_id')
    .select(['s.id', 's.child_id', 'c.answered_by', 'd.course_id'])
    .where('c.said', 'is not', null)
    .where('d.state', '=', 'open')
    .orderBy('d.starts_at')
    .orderBy('c.created_at')
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst();
  return {
    childId: seat?.child_id ?? NOBODY_ID,
    guardianId: seat?.answered_by ?? NOBODY_ID,
    childCourseId: seat?.course_id ?? NOBODY_ID,
  };
}

async function findReader(db: Database) {
  const commitment = await db
    .selectFrom('classes.commitments as c')
    .innerJoin('classes.sessions as d', 'd.id', 'c.session_id')
    .select(['c.session_id', 'c.person_id'])
    .where('c.state', '=', 'yes')
    .where('c.is_vetted', '=', true)
    .where('d.state', '=', 'open')
    .orderBy('d.starts_at')
    .orderBy('c.id')
    .limit(1)
    .executeTakeFirst();
  return {
    readingSessionId: commitment?.session_id ?? NOBODY_ID,
    readerId: commitment?.person_id ?? NOBODY_ID,
  };
}

const who = ({ guardianId }: ChildrenWorld) => guardianId;
const ofChild = (rest = '') => ({ who, path: ({ childId }: ChildrenWorld) => `/children/${childId}${rest}` });

export const samples: Samples<ChildrenWorld> = {
  find: async (db) => ({ ...(await findFamily(db)), ...(await findReader(db)) }),
  pages: [
    look('/children', { who }),
    look('/children/:id', ofChild()),
    look('/classes/:id/enrolment', {
      who,
      path: ({ childCourseId }) => `/classes/${childCourseId}/enrolment`,
      form: '/enrolment',
    }),
    look('/children/:id/details', { ...ofChild('/details'), form: '/details' }),
    look('/children/:id/family', { ...ofChild('/family'), form: '/family' }),
    look('/children/:id/photos', ofChild('/photos')),
    look('/children/:id/health', { ...ofChild('/health'), form: '/health' }),
    look('/children/:id/fetchers', { ...ofChild('/fetchers'), form: '/fetchers' }),
    look('/classes/sessions/:id/health', {
      path: ({ readingSessionId }) => `/classes/sessions/${readingSessionId}/health`,
      who: ({ readerId }) => readerId,
    }),
    staffLook('/desk/children/:id', {
      path: ({ childId }: ChildrenWorld) => `/desk/children/${childId}`,
      form: '/bars',
    }),
  ],
  noPages: { '/absences/:token': 'opened from a mail; its link is made on the way' },
  params: {
    '/children/': (db) => db.selectFrom('classes.children').select('id').execute(),
    '/desk/children/': (db) => db.selectFrom('classes.children').select('id').execute(),
    '/absences/:token': async () => [{ token: 'none' }],
    '/classes/': (db) => db.selectFrom('classes.courses').select('id').execute(),
    '/classes/sessions/': (db) => db.selectFrom('classes.sessions').select('id').execute(),
  },
};
