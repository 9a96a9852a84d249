import type { Database, Tx } from '../../../platform/database/connect.ts';

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

/** Visits planned to end before an instant, neither checked out nor cancelled, of which nobody was told yet. */
export async function listUnfinishedVisits(
  db: Database,
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
    .where('a.overdue_told_at', 'is', null)
    .orderBy('a.ends_at')
    .execute();
}

/** Marks that a coordinator is told. @returns whether nobody had marked it before */
export async function markOverdueTold(tx: Tx, assignmentId: string, now: Temporal.Instant): Promise<boolean> {
  const done = await tx
    .updateTable('spot.assignments')
    .set({ overdue_told_at: now })
    .where('id', '=', assignmentId)
    .where('overdue_told_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
