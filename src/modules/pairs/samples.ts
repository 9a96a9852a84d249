import { look, type Samples } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** Whom and what there is to look at in half-year pairs. */
export interface PairsWorld {
  /** Somebody who has met a volunteer lately. */
  readonly whoMetId: string | null;
}

export const samples: Samples<PairsWorld & PeopleWorld> = {
  async find(db) {
    const met = await db.selectFrom('pairs.meetings').select('resident_id').limit(1).executeTakeFirst();
    return { whoMetId: met?.resident_id ?? null };
  },
  pages: [
    look('/pairs/wishes', {
      who: ({ whoMetId, newcomerId }) => whoMetId ?? newcomerId,
      form: '/pairs/wishes',
    }),
  ],
};
