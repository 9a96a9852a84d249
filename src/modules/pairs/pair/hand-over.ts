import { accept, refuse } from '../../../platform/refusal.ts';
import { dayInJapan, listCoordinators } from '../../people/index.ts';
import { membersOf } from '../applications/store.ts';
import { does, type OnPair } from './doing.ts';

/** Within so long whoever takes a pair over looks at it. */
const LOOK_AGAIN = { days: 14 };

/**
 * Hands a pair over to another coordinator, with words for them (`reason`); both sides are told. Refuses whoever is no
 * coordinator, or one of the pair, and whose it is already.
 */
export const handOver = does<OnPair & { readonly toId: string; readonly reason: string }>(
  'hand_over',
  async (tx, { pair }, { toId, doer: { now } }) => {
    if (toId === pair.coordinatorId) return refuse('pair_is_theirs_already', {}, 'toId');
    const members = await membersOf(tx, [pair.volunteerApplicationId, pair.residentApplicationId]);
    const inOffice = await listCoordinators(tx, now);
    if (!inOffice.includes(toId) || members.includes(toId)) return refuse('choose_a_colleague', {}, 'toId');
    return accept({
      changes: { coordinator_id: toId, look_again_on: dayInJapan(now).add(LOOK_AGAIN) },
    });
  },
);

/** Whoever took a pair over has looked at it, and says what they found. Refuses where nobody waits for it. */
export const lookAgain = does<OnPair & { readonly reason: string }>('look_again', (_, { pair }) =>
  pair.lookAgainOn ? accept({ changes: { look_again_on: null } }) : refuse('pair_has_moved_on'),
);
