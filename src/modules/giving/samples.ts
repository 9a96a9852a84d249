import { NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** Whom and what there is to look at in the books. */
export interface GivingWorld {
  readonly giftId: string;
  readonly bankLineId: string;
  readonly bankImportId: string;
  readonly donorId: string;
  readonly transactionId: string;
}

const role = 'treasurer';

/** What tests of all routes and the pictures of all pages look at. */
export const samples: Samples<GivingWorld & PeopleWorld> = {
  async find(db) {
    const gift = await db.selectFrom('giving.gifts').select('id').limit(1).executeTakeFirst();
    const line = await db
      .selectFrom('giving.bank_lines')
      .select('id')
      .where('state', '=', 'unexplained')
      .orderBy('kind')
      .orderBy('amount_jpy')
      .limit(1)
      .executeTakeFirst();
    const table = db.selectFrom('giving.bank_imports').select('id').where('state', '=', 'read');
    const file = await table.limit(1).executeTakeFirst();
    const expense = await db
      .selectFrom('giving.transactions')
      .select('id')
      .where('kind', '=', 'expense')
      .limit(1)
      .executeTakeFirst();
    const donor = await db
      .selectFrom('giving.donors')
      .select('id')
      .where('merged_into', 'is', null)
      .limit(1)
      .executeTakeFirst();
    return {
      bankLineId: line?.id ?? NOBODY_ID,
      bankImportId: file?.id ?? NOBODY_ID,
      donorId: donor?.id ?? NOBODY_ID,
      giftId: gift?.id ?? NOBODY_ID,
      transactionId: expense?.id ?? NOBODY_ID,
    };
  },
  pages: [
    staffLook('/books', { role }),
    staffLook('/books/trial-balance', { role }),
    staffLook('/books/donations', { role }),
    staffLook('/books/uses', { role }),
    staffLook('/books/ledger', { role }),
    staffLook('/books/thanks', { role }),
    staffLook('/books/bank', { role }),
    staffLook('/books/bank/imports/:id', {
      role,
      path: ({ bankImportId }) => `/books/bank/imports/${bankImportId}`,
    }),
    staffLook('/books/bank/queue', { role }),
    staffLook('/books/bank/lines/:id', { role, path: ({ bankLineId }) => `/books/bank/lines/${bankLineId}` }),
    staffLook('/books/deeds', { role }),
    staffLook('/books/gifts', { role }),
    staffLook('/books/gifts/new', { role, form: '/books/gifts/new' }),
    staffLook('/books/gifts/:id', { role, path: ({ giftId }) => `/books/gifts/${giftId}` }),
    staffLook('/books/ledger/new', { role, form: '/books/ledger/new' }),
    staffLook('/books/ledger/:id', { role, path: ({ transactionId }) => `/books/ledger/${transactionId}` }),
    staffLook('/books/donors', { role }),
    staffLook('/books/donors/:id', { role, path: ({ donorId }) => `/books/donors/${donorId}` }),
    staffLook('/books/payments', { role }),
    staffLook('/books/closing', { role, form: '/books/closing' }),
    staffLook('/books/import', { role }),
    staffLook('/books/cards', { role }),
    staffLook('/books/refunds', { role }),
    staffLook('/settings/giving-refunds', { role: 'administrator', form: '/settings/giving-refunds' }),
  ],
  noPages: {
    '/giving/letters/:token': 'needs the link of a mail',
    '/books/import/check': 'what was sent before; the form where nothing was',
    '/giving/practice/:object': 'opened on the way to pay, where it is made',
  },
  params: {
    '/giving/letters/:token': async () => [{ token: 'none' }],
    '/books/bank/lines/:id': (db) => db.selectFrom('giving.bank_lines').select('id').execute(),
    '/books/bank/imports/:id': (db) => db.selectFrom('giving.bank_imports').select('id').execute(),
    '/books/ledger/:id': (db) => db.selectFrom('giving.transactions').select('id').execute(),
    '/books/donors/:id': (db) =>
      db.selectFrom('giving.donors').select('id').where('merged_into', 'is', null).execute(),
    '/books/cards/:id': (db) => db.selectFrom('giving.card_rests').select('id').execute(),
    '/books/gifts/:id': (db) => db.selectFrom('giving.gifts').select('id').execute(),
  },
};
