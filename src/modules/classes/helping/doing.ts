import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../events.ts';
import { findCommitment, updateCommitment } from '../store/commitments.ts';
import { lockSession } from '../store/sessions.ts';
import type { Commitment, Session } from '../types.ts';
import { commitmentLife } from './life.ts';

export interface OnCommitment {
  readonly commitmentId: string;
  readonly as: 'tutor' | 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
}

export interface HelpingScene {
  readonly session: Session;
  readonly commitment: Commitment;
}

interface Ending {
  readonly isVetted: boolean;
  /** Until when an answer is waited for. */
  readonly answerBy: Temporal.Instant;
}

/** Acts on a commitment under the lock of its session: seats follow it in the same transaction. */
export const { does } = doing<typeof commitmentLife.acts, OnCommitment, HelpingScene, Ending, HelpingScene>({
  life: commitmentLife,
  unknown: 'commitment_is_unknown',
  async lock(tx, { commitmentId }) {
    const before = await findCommitment(tx, commitmentId);
    const session = before && (await lockSession(tx, before.sessionId));
    const commitment = session && (await findCommitment(tx, commitmentId));
    return commitment ? { session, commitment } : null;
  },
  stateOf: ({ commitment }) => commitment.state,
  partyOf: (on) => on.as,
  async move(tx, { act, to, scene: { commitment }, on, ending }) {
    if (!to) throw new Error('a commitment stands somewhere');
    await updateCommitment(tx, commitment.id, {
      state: to,
      ...(ending.isVetted !== undefined && { is_vetted: ending.isVetted }),
      ...(ending.answerBy && { answer_by: ending.answerBy }),
      ...(act === 'ask_anew' && { asked_at: on.now, answered_at: null }),
      ...(act !== 'lapse' && act !== 'ask_anew' && { answered_at: on.now }),
    });
  },
  tell: (tx, type, { scene, on }) => tellOf(tx, type, { ...scene, byPersonId: on.byPersonId }),
  done: (scene) => scene,
});

type Told = `classes.commitment.${'asked' | 'asked_anew' | 'accepted' | 'declined'}`;

export function tellOf(
  tx: Tx,
  type: Told,
  { commitment, byPersonId }: { readonly commitment: Commitment; readonly byPersonId: string | null },
): Promise<void> {
  return publish(tx, {
    type,
    ids: {
      commitmentId: commitment.id,
      ...{ sessionId: commitment.sessionId, personId: commitment.personId },
      ...(byPersonId && { byPersonId }),
    },
    live: ['desk', `person:${commitment.personId}`],
  });
}
