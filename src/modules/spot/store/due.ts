import type { Database, Tx } from '../../../platform/database/connect.ts';
import { requestLife } from '../transitions.ts';

/** An open request with what decides whether asking goes on. */
export interface OpenRequest {
  readonly id: string;
  readonly openSince: Temporal.Instant;
  readonly lastPossibleAt: Temporal.Instant;
}

/** All open requests. */
export async function listOpenRequests(db: Database): Promise<OpenRequest[]> {
  return db
    .selectFrom('spot.support_requests as r')
    .innerJoin('spot.possible_times as p', 'p.request_id', 'r.id')
    .select(['r.id', 'r.state_since as openSince'])
    .select((eb) => eb.fn.max('p.starts_at').as('lastPossibleAt'))
    .where('r.state', '=', 'open')
    .groupBy('r.id')
    .orderBy('r.id')
    .execute();
}

/** Requests whose visit was over before an instant, or at which somebody was missing, and which nobody has closed. */
export async function listRequestsToClose(db: Database, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('state', 'in', ['visited', 'no_show'])
    .where('state_since', '<', before)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A promised visit whose end nobody has recorded. */
export interface UnfinishedVisit {
  readonly assignmentId: string;
  readonly requestId: string;
  readonly requesterId: string;
  readonly volunteerId: string;
}

/** Where it is marked that somebody was told: coordinators that a visit does not end, its two that we ask whether they met. */
type Mark = 'overdue_told_at' | 'whether_met_asked_at';

/** Visits planned to end before an instant, neither checked out nor cancelled, and not marked yet. */
export async function listUnfinishedVisits(
  db: Database,
  mark: Mark,
  before: Temporal.Instant,
): Promise<UnfinishedVisit[]> {
  return db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .select(['a.id as assignmentId', 'r.id as requestId', 'r.requester_id as requesterId'])
    .select('a.volunteer_id as volunteerId')
    .where('a.is_active', '=', true)
    .where('r.state', 'in', ['confirmed', 'in_progress'])
    .where('a.ends_at', '<=', before)
    .where(`a.${mark}`, 'is', null)
    .orderBy('a.ends_at')
    .execute();
}

/** Marks that somebody is told. @returns whether nobody had marked it before */
export async function markTold(
  tx: Tx,
  assignmentId: string,
  mark: Mark,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await tx
    .updateTable('spot.assignments')
    .set({ [mark]: now })
    .where('id', '=', assignmentId)
    .where(mark, 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Requests whose volunteer's time was over before an instant, and of which nobody has said how it went. */
export async function listRequestsToLapse(db: Database, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .select('r.id')
    .where('a.is_active', '=', true)
    .where('r.state', 'in', requestLife.acts.lapse.from)
    .where('a.ends_at', '<', before)
    .orderBy('a.ends_at')
    .execute();
  return rows.map(({ id }) => id);
}
