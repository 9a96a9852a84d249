import { look, NOBODY_ID, type Samples } from '../../platform/parts/sampling.ts';

/** What there is to look at of events. */
export interface EventsWorld {
  /** One that everybody sees; nobody's where a world has none. */
  readonly openEventId: string;
}

const at = (rest: string) => ({ path: ({ openEventId }: EventsWorld) => `/events/${openEventId}${rest}` });

export const samples: Samples<EventsWorld> = {
  async find(db) {
    const found = await db
      .selectFrom('events.events')
      .select('id')
      .where('state', '=', 'published')
      .orderBy('starts_at')
      .limit(1)
      .executeTakeFirst();
    return { openEventId: found?.id ?? NOBODY_ID };
  },
  pages: [
    look('/events'),
    look('/events/past'),
    look('/events/:id', at('')),
    look('/events/:id/registration', { ...at('/registration'), form: '/registration' }),
    look('/events/:id/registration/sent', at('/registration/sent')),
  ],
  noPages: {
    '/events.ics': 'a file',
    '/events/:id/picture.png': 'a file',
    '/events/:id/poster.pdf': 'a file',
    '/events/registrations/:token': 'opened from a mail; its link is made on the way',
    '/events/door/:token': 'opened from a code; its link is made on the way',
    '/events/registrations/:token/answers': 'opened from a mail; its link is made on the way',
    '/events/registrations/:token/calendar.ics': 'a file',
  },
  params: {
    '/events/:id': (db) =>
      db.selectFrom('events.events').select('id').where('published_at', 'is not', null).execute(),
    '/events/registrations/:token': async () => [{ token: 'none' }],
    '/events/door/:token': async () => [{ token: 'none' }],
  },
};
