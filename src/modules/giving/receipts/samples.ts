import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** What there is of receipts: one that somebody signed in can open, and a gift without one. */
export interface ReceiptsWorld {
  readonly receipt: { readonly id: string; readonly donorId: string; readonly personId: string };
  readonly giftWithoutReceipt: string;
}

async function findReceiptOfPerson(db: Database): Promise<ReceiptsWorld['receipt']> {
  const found = await db
    .selectFrom('giving.receipts as r')
    .innerJoin('giving.donors as d', 'd.id', 'r.donor_id')
    .select(['r.id', 'd.id as donorId', 'd.person_id as personId'])
    .where('d.person_id', 'is not', null)
    .where('r.state', '<>', 'void')
    .orderBy('r.number')
    .executeTakeFirst();
  return { id: NOBODY_ID, donorId: NOBODY_ID, ...found, personId: found?.personId ?? NOBODY_ID };
}

async function findGiftWithout(db: Database): Promise<string> {
  const found = await db
    .selectFrom('giving.gifts as g')
    .leftJoin('giving.receipt_gifts as rg', 'rg.gift_id', 'g.id')
    .select('g.id')
    .where('g.donor_id', 'is not', null)
    .where('g.channel', 'in', ['bank', 'cash'])
    .whereRef('g.amount_jpy', '>', 'g.returned_jpy')
    .where('rg.gift_id', 'is', null)
    .orderBy('g.recorded_at')
    .executeTakeFirst();
  return found?.id ?? NOBODY_ID;
}

const treasurer = { role: 'treasurer' } as const;

/** Pages of receipts, and what their paths name. */
export const samples: Samples<ReceiptsWorld & PeopleWorld> = {
  find: async (db) => ({
    receipt: await findReceiptOfPerson(db),
    giftWithoutReceipt: await findGiftWithout(db),
  }),
  pages: [
    staffLook('/books/receipts', treasurer),
    staffLook('/books/receipts/waiting', treasurer),
    staffLook('/books/receipts/waiting/:giftId', {
      ...treasurer,
      path: ({ giftWithoutReceipt }) => `/books/receipts/waiting/${giftWithoutReceipt}`,
      form: 'waiting',
    }),
    staffLook('/books/receipts/yearly', treasurer),
    staffLook('/books/receipts/post', treasurer),
    staffLook('/books/receipts/:id', {
      ...treasurer,
      path: ({ receipt }) => `/books/receipts/${receipt.id}`,
      form: 'void',
    }),
    staffLook('/books/certification', treasurer),
    staffLook('/settings/receipts', { role: 'administrator' }),
    look('/giving/mine/receipts', { who: ({ receipt }) => receipt.personId }),
    look('/giving/mine/receipts/names/:donorId', {
      path: ({ receipt }) => `/giving/mine/receipts/names/${receipt.donorId}`,
      who: ({ receipt }) => receipt.personId,
    }),
    look('/giving/receipts/check'),
  ],
  noPages: {
    '/books/receipts/post.zip': 'a file of all sheets to be posted',
    '/books/receipts/:id/receipt.pdf': 'the PDF of a receipt',
    '/giving/mine/receipts/:id/receipt.pdf': 'the PDF of a donor’s own receipt',
  },
  params: {
    '/books/receipts/waiting/:giftId': async (db) => [{ giftId: await findGiftWithout(db) }],
    '/books/receipts/:id': async (db) => [{ id: (await findReceiptOfPerson(db)).id }],
    '/giving/mine/receipts/:id': async (db) => [{ id: (await findReceiptOfPerson(db)).id }],
    '/giving/mine/receipts/names/:donorId': async (db) => [
      { donorId: (await findReceiptOfPerson(db)).donorId },
    ],
  },
};
