import type { Database } from '../../../platform/database/connect.ts';
import { as, look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** What there is to look at of monthly gifts. */
export interface PromisesWorld {
  /** One with a card that fails, or another; nobody's where a world has none. */
  readonly promiseId: string;
  /** Whoever gives every month and has an account; null where nobody has. */
  readonly supporterId: string | null;
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

async function findSupporter(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom('giving.promises as p')
    .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
    .select('d.person_id')
    .where('p.began_at', 'is not', null)
    .where('d.person_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

export const samples: Samples<PromisesWorld & PeopleWorld> = {
  find: async (db) => ({ promiseId: await findOne(db), supporterId: await findSupporter(db) }),
  pages: [
    look('/giving/mine', { who: (world) => world.supporterId ?? as('volunteer')(world) }),
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
