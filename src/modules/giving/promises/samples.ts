import type { Database } from '../../../platform/database/connect.ts';
import { as, look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** What there is to look at of monthly gifts. */
export interface PromisesWorld {
  /** One with a card that fails, or another; nobody's where a world has none. */
  readonly promiseId: string;
}

async function findOne(db: Database): Promise<string> {
  const row = await db
    .selectFrom('giving.promises')
    .select('id')
    .where('began_at', 'is not', null)
    .orderBy('state', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? NOBODY_ID;
}

export const samples: Samples<PromisesWorld & PeopleWorld> = {
  find: async (db) => ({ promiseId: await findOne(db) }),
  pages: [
    look('/giving/mine', { who: as('volunteer') }),
    staffLook('/books/promises', { role: 'treasurer' }),
    staffLook('/books/promises/:id', {
      role: 'treasurer',
      path: ({ promiseId }) => `/books/promises/${promiseId}`,
    }),
  ],
  noPages: {
    '/giving/promises/:token': 'opened from a mail; its link is made on the way',
    '/giving/promises/:token/card': 'leads on to the page of whoever takes payments',
  },
  params: { '/books/promises/:id': async (db) => [{ id: await findOne(db) }] },
};
