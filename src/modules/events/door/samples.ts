import { type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';
import type { EventsWorld } from '../samples.ts';

/** The door as it is before its day. */
export const samples: Samples<EventsWorld & PeopleWorld> = {
  pages: [
    staffLook('/desk/events/:id/door', {
      languages: 'all',
      path: ({ openEventId }) => `/desk/events/${openEventId}/door`,
    }),
  ],
  params: {
    '/desk/events/:id/door': (db) =>
      db.selectFrom('events.events').select('id').where('published_at', 'is not', null).execute(),
  },
};
