import { type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** What tests of all routes and the pictures of all pages look at. */
export const samples: Samples<PeopleWorld> = {
  pages: [
    staffLook('/books', { role: 'treasurer' }),
    staffLook('/books/ledger', { role: 'treasurer' }),
    staffLook('/books/thanks', { role: 'treasurer' }),
  ],
  noPages: { '/giving/practice/:object': 'opened on the way to pay, where it is made' },
};
