import type { NewsDeclaration } from '../../../platform/news.ts';
import { dayInJapan } from '../../people/index.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { findPair } from '../pair/store.ts';
import { pairsPaths } from '../paths.ts';
import { findLonelinessDue } from './loneliness/find-due.ts';
import { hasBegun } from './rules/calendar.ts';
import { listWaitingFor } from './store/check-ins.ts';
import { findSide } from './store/side.ts';

type Declaration = NewsDeclaration<never, typeof pairsEvents.shapes>;

/** Somebody of the two, to the page of their pair. */
export const toOwnPair = {
  group: PAIRS,
  urgency: 'waits',
  object: ({ pairId }) => pairId,
  path: (id) => pairsPaths.pair({ id }),
  mayKnow: async ({ db, objectId, personId }) => (await findSide(db, objectId, personId)) !== null,
} as const satisfies Partial<Declaration>;

const bothSides: Declaration['whom'] = ({ ids }) => [ids.residentId, ids.volunteerId];

export const monthsNews = {
  check_in_due: {
    ...toOwnPair,
    event: 'pairs.check_in.due',
    whom: ({ ids }) => [ids.personId],
    path: (id) => pairsPaths.checkIn({ id }),
    isStillSo: async ({ db, personId, objectId }) =>
      (await listWaitingFor(db, personId)).some(({ pairId }) => pairId === objectId),
  },
  lonely_is_asked: {
    ...toOwnPair,
    event: 'pairs.loneliness.due',
    whom: ({ ids }) => [ids.personId],
    path: (id) => pairsPaths.loneliness({ id }),
    isStillSo: async ({ db, personId, objectId, now }) => {
      const pair = await findPair(db, objectId);
      if (!pair || !hasBegun(pair)) return false;
      return (await findLonelinessDue(db, pair, { personId, today: dayInJapan(now) })) !== null;
    },
  },
  pair_rests: { ...toOwnPair, event: 'pairs.pair.paused', whom: bothSides },
  pair_goes_on_again: { ...toOwnPair, event: 'pairs.pair.resumed', whom: bothSides },
} as const satisfies Readonly<Record<string, Declaration>>;
