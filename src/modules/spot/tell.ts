import type { Tx } from '../../platform/database/connect.ts';
import type { IdsOf } from '../../platform/events/define.ts';
import { type SpotEvent, spotEvents } from './events.ts';

type SpotIds<N extends SpotEvent> = IdsOf<(typeof spotEvents.shapes)[N]>;

/** The ids of an event about a request. */
export type RequestIds = SpotIds<'spot.request.submitted'>;

/**
 * Publishes an event, and lets the open pages of those concerned and of the coordinators know.
 * @param id for news that may be found out again: whoever was told of it is not told twice
 */
export async function tell<N extends SpotEvent>(
  tx: Tx,
  type: N,
  ids: SpotIds<N>,
  id?: string,
): Promise<void> {
  const concerned: { readonly requesterId?: string; readonly volunteerId?: string | undefined } = ids;
  const people = [concerned.requesterId, concerned.volunteerId].filter((id) => id !== undefined);
  await spotEvents.publish(tx, { type, ids, id, live: [...people.map((id) => `person:${id}`), 'desk'] });
}
