import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { SlotsOffered } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { SlotPlace } from './rules.ts';

const whereWords = sealedColumn('slots.offered.where_words');

/** A time that somebody of the organization keeps open. */
export interface Slot {
  readonly id: string;
  /** What it can be booked for: `trust.interview`. */
  readonly kind: string;
  readonly hostId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly place: SlotPlace;
  /** The address to go to or the link to open. */
  readonly whereWords: string;
}

/** Keeps a time open. @returns whether its host was free for it */
export async function insertSlot(
  tx: Tx,
  slot: Omit<Slot, 'id'>,
  offeredAt: Temporal.Instant,
): Promise<boolean> {
  const id = randomUUID();
  const inserted = await tx
    .insertInto('slots.offered')
    .values({
      id,
      kind: slot.kind,
      host_id: slot.hostId,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      place: slot.place,
      where_words: whereWords.seal(tx, id, slot.whereWords),
      offered_at: offeredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
}

/**
 * The next times of a kind that nobody has booked.
 * @param wanted.hostIds only with these, where a program knows who may be met
 */
export async function listOpenSlots(
  db: Database,
  kind: string,
  wanted: { readonly hostIds?: readonly string[]; readonly after: Temporal.Instant; readonly most: number },
): Promise<Slot[]> {
  const { hostIds, after, most } = wanted;
  let query = openSlots(db).where('kind', '=', kind);
  if (hostIds) query = query.where('host_id', '=', sql<string>`any(${[...hostIds]}::uuid[])`);
  const rows = await query
    .where('starts_at', '>', after)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => toSlot(db, row));
}

/** An open time, held until the transaction ends: it is not taken back meanwhile. Null when it is booked, gone or past. */
export async function lockOpenSlot(
  tx: Tx,
  id: string,
  { kind, now }: { readonly kind: string; readonly now: Temporal.Instant },
): Promise<Slot | null> {
  const row = await openSlots(tx)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('starts_at', '>', now)
    .forShare()
    .executeTakeFirst();
  return row ? toSlot(tx, row) : null;
}

function openSlots(db: Database) {
  return db
    .selectFrom('slots.offered')
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('slots.bookings').select(sql`1`.as('one')).whereRef('slot_id', '=', 'slots.offered.id'),
        ),
      ),
    );
}

/** What somebody keeps open from an instant on, each with what is booked for it. */
export async function listSlotsOf(
  db: Database,
  hostId: string,
  after: Temporal.Instant,
): Promise<(Slot & { readonly forId: string | null })[]> {
  const rows = await db
    .selectFrom('slots.offered')
    .leftJoin('slots.bookings', 'slots.bookings.slot_id', 'slots.offered.id')
    .selectAll('slots.offered')
    .select('slots.bookings.for_id')
    .where('host_id', '=', hostId)
    .where('ends_at', '>', after)
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => ({ ...toSlot(db, row), forId: row.for_id }));
}

/** Takes a time back that nobody has booked. @returns false when it is not there, somebody else’s, or booked */
export async function deleteSlot(tx: Tx, id: string, hostId: string): Promise<boolean> {
  const own = tx.selectFrom('slots.offered').select('id').where('id', '=', id).where('host_id', '=', hostId);
  // Whoever is booking it holds the row: only behind them can be seen whether it is booked.
  await own.forUpdate().execute();
  const deleted = await tx
    .deleteFrom('slots.offered')
    .where('id', 'in', own)
    .where('id', 'not in', tx.selectFrom('slots.bookings').select('slot_id').where('slot_id', '=', id))
    .returning('id')
    .execute();
  return deleted.length > 0;
}

/** Books a time. @returns whether nobody else had */
export async function insertBooking(
  tx: Tx,
  slotId: string,
  { forId, at }: { readonly forId: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('slots.bookings')
    .values({ slot_id: slotId, for_id: forId, booked_at: at })
    .onConflict((conflict) => conflict.column('slot_id').doNothing())
    .returning('slot_id')
    .execute();
  return inserted.length > 0;
}

/** Opens the times again that were booked for these things. */
export async function deleteBookings(tx: Tx, forIds: readonly string[]): Promise<void> {
  if (forIds.length > 0) await tx.deleteFrom('slots.bookings').where('for_id', 'in', forIds).execute();
}

function toSlot(db: Database, row: Selectable<SlotsOffered>): Slot {
  return {
    id: row.id,
    kind: row.kind,
    hostId: row.host_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place as SlotPlace,
    whereWords: whereWords.open(db, row.id, row.where_words),
  };
}
