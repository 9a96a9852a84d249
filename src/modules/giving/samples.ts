import { NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** Whom and what there is to look at in the books. */
export interface GivingWorld {
  readonly giftId: string;
}

const role = 'treasurer';

/** What tests of all routes and the pictures of all pages look at. */
export const samples: Samples<GivingWorld & PeopleWorld> = {
  async find(db) {
    const gift = await db.selectFrom('giving.gifts').select('id').limit(1).executeTakeFirst();
    return { giftId: gift?.id ?? NOBODY_ID };
  },
  pages: [
    staffLook('/books', { role }),
    staffLook('/books/trial-balance', { role }),
    staffLook('/books/ledger', { role }),
    staffLook('/books/thanks', { role }),
    staffLook('/books/deeds', { role }),
    staffLook('/books/gifts', { role }),
    staffLook('/books/gifts/new', { role, form: '/books/gifts/new' }),
    staffLook('/books/gifts/:id', { role, path: ({ giftId }) => `/books/gifts/${giftId}` }),
  ],
  params: {
    '/books/gifts/:id': (db) => db.selectFrom('giving.gifts').select('id').execute(),
  },
};
