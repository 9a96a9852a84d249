import type { PeopleWorld } from '../modules/people/samples.ts';
import { as, look, type Samples, staffLook } from '../platform/parts/sampling.ts';

export const samples: Samples<PeopleWorld> = {
  pages: [
    look('/'),
    look('/about'),
    look('/privacy'),
    look('/figures'),
    look('/programs'),
    ...(['spot', 'pairs', 'events', 'giving'] as const).map((program) =>
      look('/programs/:program', { name: `programs-${program}`, path: () => `/programs/${program}` }),
    ),
    look('/styleguide'),
    look('/me', { who: as('resident') }),
    look('/me', { name: 'me-volunteer', who: as('volunteer') }),
    look('/me/calendar', { who: as('volunteer') }),
    staffLook('/staff-acts', { role: 'administrator' }),
    staffLook('/people/:id/ties', { path: (world) => `/people/${world.personWith('resident')}/ties` }),
  ],
  params: { '/programs/': async () => [{ program: 'spot' }] },
  noPages: {
    '/next-days': 'a small document for pages of others',
    '/picture.png': 'a picture',
    '/live': 'a stream of changes',
    '/calendars/:token/otonari.ics': 'a calendar; its token is made on the way',
    '/kept-forms/:token': 'what was typed before a session ended; its token is made on the way',
    '/start': 'leads to the desk or to one’s own page',
    '/things/:kind/:id': 'leads to the page of a thing',
  },
};
