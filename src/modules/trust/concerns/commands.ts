import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { type ConcernAct, mayHandle, mayRecord } from './rules.ts';
import {
  insertConcern,
  lockConcern,
  type NewConcern,
  updateAssessment,
  updateClosing,
} from './store/concerns.ts';

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

/** Says what a coordinator found out about a concern. Refuses a second time, the person it is about, and too few words. */
export async function assessConcern(tx: Tx, step: ConcernStep): Promise<Outcome<null>> {
  return handle(tx, step, 'assess');
}

/** Closes a concern with what was done. Refuses before it was assessed, a second time, and the person it is about. */
export async function closeConcern(tx: Tx, step: ConcernStep): Promise<Outcome<null>> {
  return handle(tx, step, 'close');
}

async function handle(tx: Tx, step: ConcernStep, act: ConcernAct): Promise<Outcome<null>> {
  const allowed = mayHandle(await lockConcern(tx, step.concernId), act, step.by);
  if (!allowed.ok) return allowed;
  const enough = mayRecord(step.words, act === 'assess' ? 'assessment' : 'closing');
  if (!enough.ok) return enough;
  const update = act === 'assess' ? updateAssessment : updateClosing;
  await update(tx, step.concernId, { words: step.words, byPersonId: step.by, at: step.now });
  if (act === 'close') {
    const { objectKind, objectId } = allowed.value;
    const ids = { concernId: step.concernId, objectKind, objectId };
    await publish(tx, { type: 'trust.concern.closed', ids, live: ['desk'] });
  }
  return accept(null);
}
