import { doing } from '../../../kits/acts/index.ts';
import type { PairIds } from '../../../matching/index.ts';
import { tellPages } from '../../../platform/live/tell-pages.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { roundLife } from './life.ts';
import { insertRoundStep, lockRound, type RoundChanges, updateRound } from './store/rounds.ts';
import type { Round } from './types.ts';

/** Which round, who acts on it (null: the program), from which version of it, and about which two. */
export interface OnRound extends Partial<PairIds> {
  readonly roundId: string;
  readonly by: string | null;
  readonly now: Temporal.Instant;
  readonly version?: number | undefined;
  /** What is decided on the two; `free` takes it back. */
  readonly kind?: 'pin' | 'ban' | 'free';
}

/** Acts on a round: coordinators wait for each other, and nobody decides on what they have not seen. */
export const { does } = doing<
  typeof roundLife.acts,
  OnRound,
  Round,
  { readonly changes: RoundChanges },
  Round
>({
  life: roundLife,
  unknown: 'there_is_no_round',
  lock: (tx, { roundId }) => lockRound(tx, roundId),
  stateOf: ({ state }) => state,
  partyOf: ({ by }) => (by === null ? 'house' : 'coordinator'),
  isTheirs: (round, { version }) =>
    version === undefined || version === round.version ? accept(null) : refuse('round_has_changed_since'),
  async move(tx, { act, from, to, scene: { id }, on, ending: { changes } }) {
    const { by: byPerson, now: at, residentId, volunteerId } = on;
    await updateRound(tx, id, { ...changes, ...(to && to !== from && { state: to }) });
    const about = residentId && volunteerId ? { residentId, volunteerId } : {};
    await insertRoundStep(tx, id, { act: on.kind ?? act, byPerson, at, ...about });
    await tellPages(tx, ['desk']);
  },
  done: (round) => round,
});
