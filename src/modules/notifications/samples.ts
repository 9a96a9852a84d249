import { as, look, type Samples } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

export const samples: Samples<PeopleWorld> = {
  pages: [look('/inbox', { who: as('resident') }), look('/me/notifications', { who: as('resident') })],
  noPages: {
    '/inbox/:id': 'leads to what the line is about',
    '/unsubscriptions/:token': 'opened from a mail; its token is made on the way',
  },
};
