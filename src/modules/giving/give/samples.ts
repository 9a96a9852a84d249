import { look, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** The pages of giving in a minute, and why those on the way to pay are not among them. */
export const samples: Samples<PeopleWorld> = {
  pages: [
    look('/giving/new', { form: '/giving/new' }),
    staffLook('/settings/giving-account', { role: 'administrator', form: '/settings/giving-account' }),
  ],
  noPages: {
    '/giving/new/summary': 'shows what this browser has kept; without it, leads to the form',
    '/giving/pay/:token': 'its link is made when a gift is sent',
    '/giving/practice/:object': 'opened on the way to pay, where it is made',
  },
};
