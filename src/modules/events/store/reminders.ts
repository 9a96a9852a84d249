import type { Database, Tx } from '../../../platform/database/connect.ts';

/** Longer than before anything the first reminder goes out. */
const SOON = { hours: 24 * 4 };

/** Events that are soon and take place. */
export async function listSoon(db: Database, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('events.events')
    .select('id')
    .where('state', 'in', ['published', 'closed'])
    .where('starts_at', '>', now)
    .where('starts_at', '<', now.add(SOON))
    .orderBy('starts_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Moves in whose mail time and place stand. */
const SAY_WHEN = ['seat', 'change', 'move', 'set_date', 'remind'];

/** Who has a seat at an event, and has not been told when and where it is since an instant. */
export async function listToRemind(tx: Tx, eventId: string, since: Temporal.Instant): Promise<string[]> {
  const rows = await tx
    .selectFrom('events.registrations as r')
    .select('r.id')
    .where('r.event_id', '=', eventId)
    .where('r.state', '=', 'seated')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('events.seat_moves as m')
            .select('m.id')
            .whereRef('m.registration_id', '=', 'r.id')
            .where('m.at', '>=', since)
            .where('m.act', 'in', SAY_WHEN),
        ),
      ),
    )
    .orderBy('r.id')
    .execute();
  return rows.map(({ id }) => id);
}
