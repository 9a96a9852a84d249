import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { SpotAssignments } from '../../../platform/database/generated.ts';
import type { AbsentSide, Assignment, AssignmentEnd, PlaceKind } from '../types.ts';

/** Locks a volunteer's promises until the transaction ends. Always after the request. */
export async function lockVolunteer(tx: Tx, volunteerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`spot.volunteer:${volunteerId}`}, 0))`.execute(
    tx,
  );
}

/**
 * Puts in a volunteer's yes.
 * @throws 23505 `assignments_one_active`, 23P01 `assignments_never_overlap`
 */
export async function insertAssignment(
  tx: Tx,
  assignment: {
    id: string;
    requestId: string;
    volunteerId: string;
    offerId: string;
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    language: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('spot.assignments')
    .values({
      id: assignment.id,
      request_id: assignment.requestId,
      volunteer_id: assignment.volunteerId,
      offer_id: assignment.offerId,
      starts_at: assignment.startsAt,
      ends_at: assignment.endsAt,
      language: assignment.language,
      accepted_at: assignment.now,
    })
    .execute();
}

/** The volunteer of a request, now or at its end: the active assignment, else the one that was fulfilled. */
export async function findAssignment(db: Database, requestId: string): Promise<Assignment | null> {
  const row = await db
    .selectFrom('spot.assignments')
    .selectAll()
    .where('request_id', '=', requestId)
    .where((eb) => eb.or([eb('is_active', '=', true), eb('ended_because', '=', 'fulfilled')]))
    .orderBy('is_active', 'desc')
    .executeTakeFirst();
  return row ? toAssignment(row) : null;
}

/** The one whose visit did not come about, when a request's two did not meet; the latest. */
export async function findMissedAssignment(db: Database, requestId: string): Promise<Assignment | null> {
  const row = await db
    .selectFrom('spot.assignments')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('ended_because', '=', 'no_show')
    .orderBy('ended_at', 'desc')
    .executeTakeFirst();
  return row ? toAssignment(row) : null;
}

/**
 * The visit that both had agreed on and that does not take place: the latest of the request, or of one of its volunteers.
 */
export async function findCalledOff(
  db: Database,
  requestId: string,
  volunteerId: string | null,
): Promise<Assignment | null> {
  let query = db
    .selectFrom('spot.assignments')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('confirmed_at', 'is not', null)
    .where('ended_because', 'not in', ['fulfilled', 'unknown']);
  if (volunteerId !== null) query = query.where('volunteer_id', '=', volunteerId);
  const row = await query.orderBy('ended_at', 'desc').executeTakeFirst();
  return row ? toAssignment(row) : null;
}

export async function confirmAssignmentRow(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('spot.assignments').set({ confirmed_at: now }).where('id', '=', id).execute();
}

export async function endAssignment(
  tx: Tx,
  id: string,
  end: { because: AssignmentEnd; absent?: AbsentSide; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('spot.assignments')
    .set({
      is_active: false,
      ended_at: end.now,
      ended_because: end.because,
      absent_side: end.absent ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** A time somebody has promised. */
export interface Promised {
  readonly requestId: string;
  readonly volunteerId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly placeKind: PlaceKind;
}

/** What some volunteers have promised from an instant on, in order. */
export async function listPromises(
  db: Database,
  volunteerIds: readonly string[],
  from: Temporal.Instant,
): Promise<Promised[]> {
  if (volunteerIds.length === 0) return [];
  return db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .select([
      'a.request_id as requestId',
      'a.volunteer_id as volunteerId',
      'a.starts_at as startsAt',
      'a.ends_at as endsAt',
      'r.place_kind as placeKind',
    ])
    .where('a.volunteer_id', 'in', volunteerIds)
    .where('a.is_active', '=', true)
    .where('a.ends_at', '>', from)
    .orderBy('a.starts_at')
    .execute();
}

/** Moves the planned end, when a coordinator corrects the length. @throws 23P01 `assignments_never_overlap` */
export async function updatePlannedEnd(tx: Tx, id: string, endsAt: Temporal.Instant): Promise<void> {
  await tx.updateTable('spot.assignments').set({ ends_at: endsAt }).where('id', '=', id).execute();
}

export function toAssignment(row: Selectable<SpotAssignments>): Assignment {
  return {
    id: row.id,
    requestId: row.request_id,
    volunteerId: row.volunteer_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    language: row.language,
    isActive: row.is_active,
    confirmedAt: row.confirmed_at,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    absent: row.absent_side,
  };
}
