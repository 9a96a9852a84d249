import type { NewsDeclaration } from '../../../platform/news.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { pairsPaths } from '../paths.ts';
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
  pair_rests: { ...toOwnPair, event: 'pairs.pair.paused', whom: bothSides },
  pair_goes_on_again: { ...toOwnPair, event: 'pairs.pair.resumed', whom: bothSides },
} as const satisfies Readonly<Record<string, Declaration>>;
