import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { membersOf } from '../applications/store.ts';
import { publish } from '../events.ts';
import { insertStep } from '../steps/store.ts';
import type { Doer, Pair, PairEvent, PairParty } from '../types.ts';
import { pairLife } from './life.ts';
import { lockAround, lockPair, type PairChanges, updatePair } from './store.ts';

/** Which pair, who acts on it, and from which version of it (absent: whichever). */
export interface OnPair {
  readonly pairId: string;
  readonly doer: Doer<PairParty>;
  readonly version?: number | undefined;
  /** For staff alone. */
  readonly reason?: string | undefined;
}

interface Scene {
  readonly pair: Pair;
  /** Everybody of both sides, where a coordinator acts. */
  readonly memberIds: readonly string[];
}

interface Ending {
  readonly changes: PairChanges;
}

/** Acts on a pair: rivals wait for each other, each side acts for itself alone. */
export const { enter, does } = doing<typeof pairLife.acts, OnPair, Scene, Ending, Pair>({
  life: pairLife,
  unknown: 'there_is_no_pair',
  async lock(tx, { pairId, doer }) {
    await lockAround(tx, [pairId]);
    const pair = await lockPair(tx, pairId);
    if (!pair) return null;
    const both = [pair.volunteerApplicationId, pair.residentApplicationId];
    return { pair, memberIds: doer.party === 'coordinator' ? await membersOf(tx, both) : [] };
  },
  stateOf: ({ pair }) => pair.state,
  partyOf: ({ doer }) => doer.party,
  isTheirs({ pair, memberIds }, { doer: { party, personId }, version }) {
    const owner = { volunteer: pair.volunteerId, resident: pair.residentId, coordinator: null, house: null }[
      party
    ];
    const isIn = personId !== null && memberIds.includes(personId);
    if (owner !== null && owner !== personId) return refuse('this_is_not_yours_to_do');
    if (isIn) return refuse('nobody_decides_about_themselves');
    const isOlder = version !== undefined && version !== pair.version;
    return isOlder ? refuse('pair_has_changed_since') : accept(null);
  },
  async move(tx, { act, from, to, scene: { pair }, on: { doer, reason }, ending: { changes } }) {
    await updatePair(tx, pair.id, { ...changes, ...(to && to !== from && { state: to }) });
    await insertStep(tx, { pairId: pair.id, act, byPerson: doer.personId, reason, at: doer.now });
  },
  tell: (tx, type, { scene: { pair }, on: { doer } }) => tellOfPair(tx, type, pair, doer.personId),
  done: ({ pair }) => pair,
});

/** Publishes what became of a pair. A resident who was never asked hears nothing of it, on no open page either. */
export async function tellOfPair(
  tx: Tx,
  type: PairEvent,
  { id, volunteerId, residentId, coordinatorId, offeredAt }: Pair,
  byPersonId: string | null,
): Promise<void> {
  const ids = { pairId: id, volunteerId, residentId, coordinatorId, ...(byPersonId && { byPersonId }) };
  const wasAsked = offeredAt !== null || type === 'pairs.pair.offered';
  const live = [`person:${volunteerId}`, ...(wasAsked ? [`person:${residentId}`] : []), 'desk'];
  await publish(tx, { type, ids, live });
}
