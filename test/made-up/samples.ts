import type { PeopleWorld } from '../../src/modules/people/samples.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { as, look, NOBODY_ID, type Samples } from '../../src/platform/parts/sampling.ts';
import { listWaiting } from './store.ts';

interface WalkWorld extends PeopleWorld {
  readonly walkId: string;
}

const firstWalk = async (db: Database) =>
  (await listWaiting(db, Temporal.PlainDate.from('2000-01-01'), 1))[0]?.id ?? NOBODY_ID;

/** What tests of all routes and the pictures of all pages look at. */
export const samples: Samples<WalkWorld> = {
  find: async (db) => ({ walkId: await firstWalk(db) }),
  pages: [
    look('/walks'),
    look('/walks/new', { who: as('resident'), form: '/walks' }),
    look<WalkWorld>('/walks/:id', { who: as('volunteer'), path: ({ walkId }) => `/walks/${walkId}` }),
  ],
  noPages: { '/walks/:id/conversation': 'leads to the conversation' },
  params: { '/walks/': async (db) => [{ id: await firstWalk(db) }] },
};
