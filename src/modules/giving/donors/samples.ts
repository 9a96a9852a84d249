import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';
import { listPairs } from './store/pairs.ts';

/** Two donors who are perhaps one. */
export interface DonorsWorld {
  readonly donorsAlike: { readonly id: string; readonly otherId: string };
}

async function findTwo(db: Database): Promise<DonorsWorld['donorsAlike']> {
  const { rows } = await listPairs(db, { differ: false }, { after: null, limit: 1 });
  return { id: rows[0]?.first.id ?? NOBODY_ID, otherId: rows[0]?.second.id ?? NOBODY_ID };
}

const role = 'treasurer';

export const samples: Samples<DonorsWorld & PeopleWorld> = {
  find: async (db) => ({ donorsAlike: await findTwo(db) }),
  pages: [
    staffLook('/books/donors/alike', { role }),
    staffLook('/books/donors/:id/beside/:otherId', {
      role,
      path: ({ donorsAlike: { id, otherId } }) => `/books/donors/${id}/beside/${otherId}`,
    }),
  ],
  params: {
    '/books/donors/:id/beside/:otherId': async (db) => [await findTwo(db)],
    '/books/donors/merges/:mergeId': (db) =>
      db.selectFrom('giving.donor_merges').select(sql<string>`id`.as('mergeId')).execute(),
  },
};
