import type { Ahead } from '../../../platform/parts/ahead.ts';
import { closingAhead } from '../closing/ahead.tsx';
import { monthsAhead } from '../months/ahead.tsx';
import { pairAhead } from '../pair/ahead.tsx';
import { wishWays } from '../wishes/ways.ts';
import { applyingAhead } from './applying-ahead.tsx';

/** What lies ahead of somebody in their application and their pair. */
export const pairsAhead: Ahead = async (db, reader) => {
  const applying = await applyingAhead(db, reader);
  return {
    items: [
      ...applying.items,
      ...(await pairAhead(db, reader)),
      ...(await monthsAhead(db, reader)),
      ...(await closingAhead(db, reader)),
    ],
    ways: [...applying.ways, ...(await wishWays(db, reader))],
  };
};
