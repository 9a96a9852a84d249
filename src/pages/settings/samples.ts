import type { PeopleWorld } from '../../modules/people/samples.ts';
import { type Samples, staffLook } from '../../platform/parts/sampling.ts';

const role = 'administrator';

export const samples: Samples<PeopleWorld> = {
  pages: [
    staffLook('/settings', { role }),
    staffLook('/settings/organization', { role, form: '/settings/organization' }),
    staffLook('/settings/texts', { role, form: '/settings/texts' }),
  ],
  noPages: {
    '/settings/changes/:number': 'asks once more before a change is taken back; a fresh house has none',
  },
};
