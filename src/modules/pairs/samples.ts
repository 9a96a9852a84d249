import { look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';
import { findResult } from './rounds/store/rounds.ts';

/** Whom and what there is to look at in half-year pairs. */
export interface PairsWorld {
  /** Somebody who has met a volunteer lately. */
  readonly whoMetId: string | null;
  /** A round to look at, and a resident in it. */
  readonly round: { readonly id: string; readonly resident: string } | null;
}

/** A page of a round; the list of all where a world has none. */
const roundPath = (round: PairsWorld['round'], more = '') =>
  round ? `/desk/pairs/rounds/${round.id}${more}` : '/desk/pairs/rounds';

export const samples: Samples<PairsWorld & PeopleWorld> = {
  async find(db) {
    const met = await db.selectFrom('pairs.meetings').select('resident_id').limit(1).executeTakeFirst();
    const round = await db
      .selectFrom('pairs.rounds')
      .select('id')
      .where('state', '=', 'solved')
      .limit(1)
      .executeTakeFirst();
    const told = round && (await findResult(db, round.id));
    return {
      whoMetId: met?.resident_id ?? null,
      round: round && told ? { id: round.id, resident: told.proposals[0]?.residentId ?? NOBODY_ID } : null,
    };
  },
  pages: [
    look('/pairs/wishes', {
      who: ({ whoMetId, newcomerId }) => whoMetId ?? newcomerId,
      form: '/pairs/wishes',
    }),
    staffLook('/desk/pairs/rounds'),
    staffLook('/desk/pairs/rounds/new', { form: '/desk/pairs/rounds/new' }),
    staffLook('/desk/pairs/rounds/:id', { path: ({ round }) => roundPath(round) }),
    staffLook('/desk/pairs/rounds/:id/residents/:resident', {
      path: ({ round }) => roundPath(round, `/residents/${round?.resident}`),
    }),
  ],
  params: {
    '/desk/pairs/rounds/:id': (db) => db.selectFrom('pairs.rounds').select('id').execute(),
  },
};
