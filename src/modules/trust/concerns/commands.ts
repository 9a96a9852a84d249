import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../../../platform/jobs/publish.ts';
import { insertConcern, type NewConcern } from './store.ts';

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
    ids: { concernId, ...(concern.about && { aboutPersonId: concern.about }) },
    live: ['desk'],
  });
  return concernId;
}
