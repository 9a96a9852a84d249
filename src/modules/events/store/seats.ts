import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { keyOf, type Seats } from '../seats/rules/seats.ts';

/** What an event has of each kind of seat that it counts, and how many are taken. */
export function listSeats(db: Database, eventId: string): Promise<Seats[]> {
  return db
    .selectFrom('events.seats')
    .select(['kind', 'language', 'capacity', 'taken'])
    .where('event_id', '=', eventId)
    .orderBy('kind')
    .orderBy('language')
    .execute();
}

/** Events that have no seat left for anybody. */
export const fullOf = (db: Database) =>
  db
    .selectFrom('events.seats')
    .select('event_id')
    .where('kind', '=', 'anybody')
    .whereRef('taken', '>=', 'capacity');

/**
 * Does something with parties that have their seats, of an event that the caller has locked. After a lowering more can be
 * taken than there are, and the database gives nobody a seat then: meanwhile what is taken counts as there.
 */
export async function whileTakenCounts(tx: Tx, eventId: string, work: () => Promise<void>): Promise<void> {
  const over = await tx
    .selectFrom('events.seats')
    .select(['id', 'capacity'])
    .where('event_id', '=', eventId)
    .whereRef('taken', '>', 'capacity')
    .execute();
  for (const { id } of over)
    await tx
      .updateTable('events.seats')
      .set((is) => ({ capacity: is.ref('taken') }))
      .where('id', '=', id)
      .execute();
  await work();
  for (const { id, capacity } of over)
    await tx.updateTable('events.seats').set({ capacity }).where('id', '=', id).execute();
}

/**
 * How many seats there are from now on, of an event that the caller has locked: what is taken stays taken. A kind that is
 * not named is not counted any more; a new one is taken by whoever has a seat already.
 */
export async function writeSeats(
  tx: Tx,
  eventId: string,
  seats: readonly Omit<Seats, 'taken'>[],
): Promise<void> {
  const kept = seats.map(keyOf);
  for (const { kind, language } of (await listSeats(tx, eventId)).filter((one) => !kept.includes(keyOf(one))))
    await tx
      .deleteFrom('events.seats')
      .where('event_id', '=', eventId)
      .where('kind', '=', kind)
      .where('language', '=', language)
      .execute();
  for (const { kind, language, capacity } of seats)
    await sql`
      insert into events.seats (event_id, kind, language, capacity, taken)
      select ${eventId}::uuid, ${kind}::events.seat_kind, ${language}::text, ${capacity}::integer, coalesce(sum(n.seats), 0)
      from events.registrations r cross join lateral events.needs_of(r.id) n
      where r.event_id = ${eventId}::uuid and r.state in ('seated', 'offered')
        and n.kind = ${kind}::events.seat_kind and n.language = ${language}::text
      on conflict (event_id, kind, language) do update set capacity = excluded.capacity`.execute(tx);
}
