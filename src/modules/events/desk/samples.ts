import { as, look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';
import type { EventState } from '../types.ts';

/** What there is to look at of events on the desk; nobody's where a world has none. */
export interface PlannedWorld {
  /** One in each state. */
  plannedEvent(state: EventState): string;
  readonly registrationId: string;
}

type World = PeopleWorld & PlannedWorld;
const at = (state: EventState, rest = '') => ({
  path: ({ plannedEvent }: World) => `/desk/events/${plannedEvent(state)}${rest}`,
});
const STATES = ['draft', 'in_review', 'published', 'postponed'] as const;

export const samples: Samples<World> = {
  async find(db) {
    const events = await db
      .selectFrom('events.events')
      .select(['id', 'state'])
      .orderBy('starts_at')
      .execute();
    const registration = await db
      .selectFrom('events.registrations')
      .select('id')
      .orderBy('needs')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return {
      plannedEvent: (state) => events.find((one) => one.state === state)?.id ?? NOBODY_ID,
      registrationId: registration?.id ?? NOBODY_ID,
    };
  },
  pages: [
    staffLook('/desk/events'),
    staffLook('/desk/events', { name: 'desk-events-review', path: () => '/desk/events?show=review' }),
    staffLook('/desk/events/new', { form: '/desk/events/new' }),
    staffLook('/desk/events/:id/copy/:step', at('published', '/copy/week')),
    ...STATES.map((state) =>
      staffLook('/desk/events/:id', { name: `desk-events-id-${state.replace('_', '-')}`, ...at(state) }),
    ),
    staffLook('/desk/events/:id/words', { ...at('published', '/words'), form: '/words' }),
    staffLook('/desk/events/:id/report', { ...at('over', '/report'), form: '/closing' }),
    staffLook('/desk/events/:id/helpers', { ...at('published', '/helpers'), form: '/helpers' }),
    look('/events/helping', { who: as('volunteer') }),
    staffLook('/desk/events/:id/registrations', at('published', '/registrations')),
    staffLook('/desk/events/:id/list', at('published', '/list')),
    staffLook('/desk/events/registrations/:id', {
      path: ({ registrationId }) => `/desk/events/registrations/${registrationId}`,
    }),
  ],
  params: {
    '/desk/events/:id': (db) => db.selectFrom('events.events').select('id').execute(),
    '/desk/events/:id/helpers/:helperId': async (db) =>
      (await db.selectFrom('events.helpers').select(['id', 'event_id']).execute()).map((one) => ({
        id: one.event_id,
        helperId: one.id,
      })),
    '/desk/events/:id/copy': async (db) =>
      (await db.selectFrom('events.events').select('id').execute()).map(({ id }) => ({ id, step: 'week' })),
    '/desk/events/registrations/:id': (db) => db.selectFrom('events.registrations').select('id').execute(),
  },
};
