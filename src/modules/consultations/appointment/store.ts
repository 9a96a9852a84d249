import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { freeSlots } from '../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';

const whereWords = matterColumn('consultations.appointments.where_words');

/** What a time is booked for (`kits/slots`). */
export const APPOINTMENT = 'consultations.appointment';

export const WAYS = ['in_person', 'phone', 'online'] as const;
export type MeetingWay = (typeof WAYS)[number];

/** When and how whoever has asked and a coordinator speak. */
export interface MatterAppointment {
  readonly id: string;
  readonly hostId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly way: MeetingWay;
  readonly whereWords: string;
  readonly sequence: number;
  readonly calledOffAt: Temporal.Instant | null;
}

type New = Omit<MatterAppointment, 'id' | 'sequence' | 'calledOffAt'> & {
  readonly by: string;
  readonly now: Temporal.Instant;
};

/** In the place of the one before: calendars know it by the same id. @returns its id */
export async function setAppointment(tx: Tx, key: MatterKey, made: New): Promise<string> {
  const former = await tx
    .selectFrom('consultations.appointments')
    .select('id')
    .where('matter_id', '=', key.matterId)
    .executeTakeFirst();
  const id = former?.id ?? randomUUID();
  const values = {
    host_id: made.hostId,
    starts_at: made.startsAt,
    ends_at: made.endsAt,
    way: made.way,
    where_words: whereWords.seal(tx, key, id, made.whereWords),
    set_by: made.by,
    set_at: made.now,
    called_off_at: null,
  };
  await tx
    .insertInto('consultations.appointments')
    .values({ id, matter_id: key.matterId, ...values })
    .onConflict((conflict) =>
      conflict.column('matter_id').doUpdateSet({ ...values, sequence: sql`appointments.sequence + 1` }),
    )
    .execute();
  return id;
}

/** That of a matter, called off or not. */
export async function findAppointment(db: Database, key: MatterKey): Promise<MatterAppointment | null> {
  const row = await db
    .selectFrom('consultations.appointments')
    .selectAll()
    .where('matter_id', '=', key.matterId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    hostId: row.host_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    way: row.way as MeetingWay,
    whereWords: whereWords.open(db, key, row.id, row.where_words),
    sequence: row.sequence,
    calledOffAt: row.called_off_at,
  };
}

/** Calls off what is still to come, and opens its time again. */
export async function callOffComing(tx: Tx, matterId: string, now: Temporal.Instant): Promise<void> {
  const row = await tx
    .updateTable('consultations.appointments')
    .set({ called_off_at: now, sequence: sql`sequence + 1` })
    .where('matter_id', '=', matterId)
    .where('called_off_at', 'is', null)
    .where('starts_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  if (row) await freeSlots(tx, [row.id]);
}

/** The matters of appointments, by the appointments' ids. */
export async function mattersOfAppointments(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('consultations.appointments')
    .select(['id', 'matter_id'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.matter_id]));
}
