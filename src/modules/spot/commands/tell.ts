import type { Tx } from '../../../platform/database/connect.ts';
import { publish } from '../../../platform/jobs/publish.ts';

/** Ids of an event; `requesterId` and `volunteerId` are the people it concerns. */
export type EventIds = Readonly<Record<string, string>> & {
  readonly requesterId?: string;
  readonly volunteerId?: string;
};

/**
 * Puts an event in the outbox, and lets the open pages of those concerned and of the coordinators know.
 * @param id for news that may be found out again: whoever was told of it is not told twice
 */
export async function tell(tx: Tx, type: string, ids: EventIds, id?: string): Promise<void> {
  const people = [ids.requesterId, ids.volunteerId].filter((id) => id !== undefined);
  await publish(tx, { type, ids, id, live: [...people.map((id) => `person:${id}`), 'desk'] });
}
