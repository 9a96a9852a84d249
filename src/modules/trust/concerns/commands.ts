import { type Body, doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import type { Concern } from '../types.ts';
import { concernLife } from './life.ts';
import { mayRecord } from './rules.ts';
import { insertConcern, lockConcern, type NewConcern, updateConcern } from './store/concerns.ts';

/**
 * Puts a concern before the coordinators at once.
 * @param concern.about whom it is about; null when it is about no person
 * @param concern.by who raised it; null for the program itself
 * @param concern.program the module's name, `spot`; `objectKind` and `objectId` name the thing, `spot.request` and its id
 * @param concern.words the words of the one who raised it, at most 4000 characters
 * @returns the concern's id
 */
export async function raiseConcern(tx: Tx, concern: NewConcern): Promise<string> {
  const concernId = await insertConcern(tx, concern);
  await publish(tx, {
    type: 'trust.concern.raised',
    ids: {
      concernId,
      ...(concern.about && { aboutPersonId: concern.about }),
      ...(concern.by && { byPersonId: concern.by }),
    },
    live: ['desk'],
  });
  return concernId;
}

export interface ConcernStep {
  readonly concernId: string;
  /** What was found out or done, at most 2000 characters. */
  readonly words: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

const { does } = doing({
  life: concernLife,
  unknown: 'concern_is_unknown',
  /** It does not exist for the one whom it is about. */
  async lock(tx, { concernId, by }: ConcernStep) {
    const concern = await lockConcern(tx, concernId);
    return concern?.aboutPersonId === by ? null : concern;
  },
  stateOf: ({ state }: Concern) => state,
  move: (tx, { to, on }) => updateConcern(tx, to === 'assessed' ? 'assessed' : 'closed', on),
  async tell(tx, _, { scene: { id: concernId, objectKind, objectId } }) {
    const ids = { concernId, objectKind, objectId };
    await publish(tx, { type: 'trust.concern.closed', ids, live: ['desk'] });
  },
  done: (concern) => concern,
});

const saysEnough =
  (field: 'assessment' | 'closing'): Body<ConcernStep, Concern, object> =>
  (_, __, { words }) => {
    const enough = mayRecord(words, field);
    return enough.ok ? accept({}) : enough;
  };

/** Says what a coordinator found out about a concern. Refuses a second time, the person it is about, and too few words. */
export const assessConcern = does('assess', saysEnough('assessment'));

/** Closes a concern with what was done. Refuses before it was assessed, a second time, and the person it is about. */
export const closeConcern = does('close', saysEnough('closing'));
