import type { Database } from '../../../platform/database/connect.ts';
import { DESK, type NewsDeclaration, type NewsQuestion } from '../../../platform/news.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { pairsPaths } from '../paths.ts';
import { askedSides } from '../propose/rules.ts';
import type { Pair, PairState } from '../types.ts';
import { personOf, sideOf } from './over.ts';
import { findPair } from './store.ts';

type Declaration = NewsDeclaration<never, typeof pairsEvents.shapes>;

/** Whether somebody is one of a pair, and knows of it; and what else must hold. */
const mayKnow =
  (holds: (pair: Pair, personId: string) => boolean = () => true) =>
  async ({ db, personId, objectId }: NewsQuestion) => {
    const pair = await findPair(db, objectId);
    const side = pair && sideOf(pair, personId);
    return (
      side !== null &&
      pair !== null &&
      (side === 'volunteer' || pair.offeredAt !== null) &&
      holds(pair, personId)
    );
  };
const isIn =
  (...states: readonly PairState[]) =>
  (pair: Pair) =>
    states.includes(pair.state);
const isAsked = (pair: Pair, personId: string) =>
  askedSides(pair).some((side) => personOf(pair, side) === personId);

async function whoKnows(db: Database, pairId: string | undefined): Promise<readonly string[]> {
  const pair = pairId ? await findPair(db, pairId) : null;
  if (!pair) return [];
  return pair.offeredAt ? [pair.volunteerId, pair.residentId] : [pair.volunteerId];
}

const object: Declaration['object'] = ({ pairId }) => pairId;
const whom: Declaration['whom'] = ({ db, ids }) => whoKnows(db, ids.pairId);

const to = {
  group: PAIRS,
  urgency: 'waits',
  object,
  whom,
  path: (id) => pairsPaths.pair({ id }),
  mayKnow: mayKnow(),
} as const satisfies Omit<Declaration, 'event'>;

/** Whoever it is in the care of, as they are when it is told. */
const toCoordinator = {
  group: DESK,
  urgency: 'waits',
  object,
  async whom({ db, ids }) {
    const pair = ids.pairId ? await findPair(db, ids.pairId) : null;
    return pair ? [pair.coordinatorId] : [];
  },
  path: (id) => pairsPaths.deskPair({ id }),
  mayKnow: async ({ roles }) => roles.has('coordinator'),
} as const satisfies Omit<Declaration, 'event'>;

/** What the two of a pair, and whoever looks after it, are told. */
export const pairNews = {
  pair_proposed: {
    ...to,
    event: 'pairs.pair.proposed',
    whom: ({ ids }) => [ids.volunteerId],
    isStillSo: mayKnow(isIn('proposed')),
  },
  pair_offered: {
    ...to,
    event: 'pairs.pair.offered',
    whom: ({ ids }) => [ids.residentId],
    isStillSo: mayKnow(isIn('offered')),
  },
  pair_answer_due: {
    ...to,
    event: 'pairs.pair.answer_due',
    async whom({ db, ids }) {
      const pair = ids.pairId ? await findPair(db, ids.pairId) : null;
      return pair ? askedSides(pair).map((side) => personOf(pair, side)) : [];
    },
    mayKnow: mayKnow(isAsked),
  },
  pair_accepted: {
    ...to,
    event: 'pairs.pair.accepted',
    whom: ({ ids }) => [ids.volunteerId],
    isStillSo: mayKnow(isIn('introduction')),
  },
  pair_introduction_set: {
    ...to,
    event: 'pairs.introduction.set',
    urgency: 'if_soon',
    isStillSo: mayKnow(isIn('introduction')),
  },
  pair_fell_through: { ...to, event: 'pairs.pair.fell_through' },
  pair_began: { ...to, event: 'pairs.pair.began' },
  pair_handed_over: { ...to, event: 'pairs.pair.handed_over' },
  desk_pair_accepted: { ...toCoordinator, event: 'pairs.pair.accepted' },
  desk_pair_introduction_set: { ...toCoordinator, event: 'pairs.introduction.set' },
  desk_pair_fell_through: { ...toCoordinator, event: 'pairs.pair.fell_through' },
  desk_pair_began: { ...toCoordinator, event: 'pairs.pair.began' },
  desk_pair_handed_over: { ...toCoordinator, event: 'pairs.pair.handed_over' },
  desk_pair_writing_stopped: { ...toCoordinator, event: 'pairs.pair.writing_stopped', urgency: 'now' },
} as const satisfies Readonly<Record<string, Declaration>>;
