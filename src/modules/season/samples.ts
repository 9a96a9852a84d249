import { as, look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** What there is to look at of the year's end. */
export interface SeasonWorld extends PeopleWorld {
  /** Of one who will be alone; nobody's where a world has none. */
  readonly aloneId: string;
  readonly callId: string;
  readonly callerId: string;
}

export const samples: Samples<SeasonWorld> = {
  async find(db) {
    const alone = await db
      .selectFrom('season.alone')
      .select('id')
      .orderBy('agreed_at')
      .limit(1)
      .executeTakeFirst();
    const call = await db
      .selectFrom('season.calls as c')
      .innerJoin('season.hours as h', 'h.id', 'c.hour_id')
      .select(['c.id', 'h.person_id'])
      .where('c.state', '=', 'arranged')
      .orderBy('h.on_day')
      .limit(1)
      .executeTakeFirst();
    return {
      aloneId: alone?.id ?? NOBODY_ID,
      callId: call?.id ?? NOBODY_ID,
      callerId: call?.person_id ?? NOBODY_ID,
    };
  },
  pages: [
    look('/year-end'),
    look('/year-end/mine', { who: as('resident') }),
    look('/year-end/supports', { who: as('resident'), form: '/supports' }),
    look('/year-end/alone', { who: as('resident'), form: '/alone' }),
    look('/year-end/hours', { who: as('volunteer') }),
    look('/year-end/openings', { who: as('volunteer') }),
    look('/year-end/openings/new', { who: as('volunteer'), form: '/openings/new' }),
    look('/year-end/calls/:id', {
      path: ({ callId }: SeasonWorld) => `/year-end/calls/${callId}`,
      who: ({ callerId }: SeasonWorld) => callerId,
    }),
    staffLook('/desk/year-end'),
    staffLook('/desk/year-end/:id', { path: ({ aloneId }: SeasonWorld) => `/desk/year-end/${aloneId}` }),
    staffLook('/settings/year-end', { role: 'administrator', form: '/settings/year-end' }),
  ],
  params: {
    '/year-end/calls/': (db) => db.selectFrom('season.calls').select('id').execute(),
    '/year-end/openings/': (db) => db.selectFrom('season.openings').select('id').execute(),
    '/desk/year-end/calls/': (db) => db.selectFrom('season.calls').select('id').execute(),
    '/desk/year-end/': (db) => db.selectFrom('season.alone').select('id').execute(),
  },
};
