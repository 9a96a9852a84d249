import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Event } from '../types.ts';
import { findEvents } from './events.ts';

/** A volunteer at the door of an event. */
export interface Helper {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  /** Their link opens nothing any more. */
  readonly isEnded: boolean;
}

/** @returns the new one's id; null where they help there already */
export async function insertHelper(
  tx: Tx,
  helper: { readonly eventId: string; readonly personId: string; readonly madeBy: string },
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await tx
    .insertInto('events.helpers')
    .values({
      event_id: helper.eventId,
      person_id: helper.personId,
      made_by: helper.madeBy,
      made_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['event_id', 'person_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** @returns null where there is none */
export async function findHelper(db: Database, id: string): Promise<Helper | null> {
  const row = await db
    .selectFrom('events.helpers')
    .select(['id', 'event_id', 'person_id', 'ended_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row
    ? { id: row.id, eventId: row.event_id, personId: row.person_id, isEnded: row.ended_at !== null }
    : null;
}

/** Who helps at the door of an event. */
export async function listHelpers(db: Database, eventId: string): Promise<Helper[]> {
  const rows = await db
    .selectFrom('events.helpers')
    .select(['id', 'person_id'])
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, person_id: personId }) => ({ id, eventId, personId, isEnded: false }));
}

/** @returns whether there was one to end */
export async function endHelper(tx: Tx, helper: Pick<Helper, 'id' | 'eventId'>, now: Temporal.Instant) {
  const { numUpdatedRows } = await tx
    .updateTable('events.helpers')
    .set({ ended_at: now })
    .where('id', '=', helper.id)
    .where('event_id', '=', helper.eventId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What the day was worth to everybody who helped, in whole minutes from its beginning to its end. */
export async function countHours(tx: Tx, eventId: string): Promise<void> {
  await sql`update events.helpers h
    set minutes = least(10080, extract(epoch from e.ends_at - e.starts_at)::integer / 60)
    from events.events e where e.id = h.event_id and e.id = ${eventId}::uuid and h.ended_at is null`.execute(
    tx,
  );
}

/** An event at which somebody helps or has helped. */
export interface Helping {
  readonly helperId: string;
  readonly event: Event;
  /** Null while it is not reported. */
  readonly minutes: number | null;
}

/** More than anybody helps at in the years for which it is kept. */
const MOST = 200;

/** At what somebody helps and has helped, the latest first. @param withEnded also where they do not help any more */
export async function listHelpingOf(
  db: Database,
  personId: string,
  { withEnded = false } = {},
): Promise<Helping[]> {
  const rows = await db
    .selectFrom('events.helpers as h')
    .innerJoin('events.events as e', 'e.id', 'h.event_id')
    .select(['h.id', 'h.event_id', 'h.minutes'])
    .where('h.person_id', '=', personId)
    .$if(!withEnded, (query) => query.where('h.ended_at', 'is', null))
    .orderBy('e.starts_at', 'desc')
    .orderBy('h.id')
    .limit(MOST)
    .execute();
  const events = await findEvents(
    db,
    rows.map(({ event_id }) => event_id),
  );
  return rows.flatMap(({ id: helperId, event_id, minutes }) => {
    const event = events.get(event_id);
    return event ? [{ helperId, event, minutes }] : [];
  });
}
