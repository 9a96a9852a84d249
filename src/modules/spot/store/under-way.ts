import type { Database, Tx } from '../../../platform/database/connect.ts';
import { lockVolunteer } from './assignments.ts';

/** Requests of somebody that have not ended. */
export async function listRequestsUnderWay(db: Database, requesterId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('requester_id', '=', requesterId)
    .where('ended_at', 'is', null)
    .orderBy('submitted_at')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Requests that have not ended and for which a volunteer is still asked or has said yes. Waits for a yes that is being
 * said at this moment, so that none is overlooked.
 */
export async function listRequestsOfVolunteer(tx: Tx, volunteerId: string): Promise<string[]> {
  await lockVolunteer(tx, volunteerId);
  const rows = await tx
    .selectFrom('spot.support_requests as r')
    .select('r.id')
    .where('r.ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('spot.offers as o')
            .select('o.id')
            .whereRef('o.request_id', '=', 'r.id')
            .where('o.volunteer_id', '=', volunteerId)
            .where('o.state', '=', 'asked'),
        ),
        eb.exists(
          eb
            .selectFrom('spot.assignments as a')
            .select('a.id')
            .whereRef('a.request_id', '=', 'r.id')
            .where('a.volunteer_id', '=', volunteerId)
            .where('a.is_active', '=', true),
        ),
      ]),
    )
    .orderBy('r.submitted_at')
    .execute();
  return rows.map(({ id }) => id);
}
