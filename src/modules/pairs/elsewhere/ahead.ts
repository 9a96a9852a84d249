import type { Ahead } from '../../../platform/parts/ahead.ts';
import { closingAhead } from '../closing/ahead.tsx';
import { monthsAhead } from '../months/ahead.tsx';
import { pairAhead } from '../pair/ahead.tsx';
import { wishWays } from '../wishes/ways.ts';
import { applyingAhead } from './applying-ahead.tsx';

/** What lies ahead of somebody in their proposals and pairs. */
export const aheadInPairs: Ahead = async (db, reader) => ({
  items: [
    ...(await pairAhead(db, reader)),
    ...(await monthsAhead(db, reader)),
    ...(await closingAhead(db, reader)),
  ],
});

/** What lies ahead of somebody in their application and their pairs. */
export const pairsAhead: Ahead = async (db, reader) => {
  const applying = await applyingAhead(db, reader);
  const { items = [] } = await aheadInPairs(db, reader);
  return {
    items: [...applying.items, ...items],
    ways: [...applying.ways, ...(await wishWays(db, reader))],
  };
};
