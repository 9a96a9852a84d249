import { sql } from 'kysely';
import { type Database, readInstant } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import type { Application, ApplicationState, Side } from '../../types.ts';
import { selectApplications, toApplication } from '../store.ts';

/** The parts of the list of applications. */
export const PARTS = ['submitted', 'accepted', 'ready', 'paused', 'over'] as const;
export type Part = (typeof PARTS)[number];
const STATES_OF: Readonly<Record<Part, readonly ApplicationState[]>> = {
  submitted: ['submitted'],
  accepted: ['accepted'],
  ready: ['ready'],
  paused: ['paused'],
  over: ['declined', 'withdrawn', 'expired', 'ended'],
};

/** Applications of a part, of both sides or one: who waits, the longest first; what is over, the newest first. */
export async function listApplications(
  db: Database,
  of: { readonly part: Part; readonly side?: Side | undefined },
  window: Window,
): Promise<Page<Application>> {
  const isOver = of.part === 'over';
  const behind = isOver ? sql.raw('<') : sql.raw('>');
  let query = selectApplications(db)
    .where('a.state', 'in', STATES_OF[of.part])
    .orderBy('a.submitted_at', isOver ? 'desc' : 'asc')
    .orderBy('a.id', isOver ? 'desc' : 'asc')
    .limit(window.limit + 1);
  if (of.side) query = query.where('a.side', '=', of.side);
  if (window.after)
    query = query.where(
      sql<boolean>`(a.submitted_at, a.id) ${behind} (select submitted_at, id from pairs.applications where id = ${window.after}::uuid)`,
    );
  const rows = await query.execute();
  return toPage(
    rows.map((row) => toApplication(db, row)),
    window,
    ({ id }) => id,
  );
}

/** How many wait for a decision, and to be ready. */
export async function countWaiting(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('pairs.applications')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('state', 'in', ['submitted', 'accepted'])
    .groupBy('state')
    .execute();
  return {
    '': 0,
    accepted: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state === 'submitted' ? '' : state, count])),
  };
}

/** Accepted applications that lack something yet. */
export async function listAcceptedIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.applications')
    .select('id')
    .where('state', '=', 'accepted')
    .orderBy('submitted_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** What waits for a coordinator: how much of it, and since when the oldest does. */
export interface WaitingApplications {
  readonly kind: 'pair_interviews' | 'pair_decisions';
  readonly count: number;
  readonly since: Temporal.Instant;
}

/**
 * Applications that lack an interview or its outcome, and those to be decided, as `staffActOf` says; none in which the
 * reader is. What nothing waits of is left out.
 */
export function waitingApplications(
  readerId: string | null,
  now: Temporal.Instant,
): Question<readonly WaitingApplications[]> {
  return waiting({ readerId, now });
}

interface Looking {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
}

const waiting = standingQuestion<Looking, WaitingApplications, readonly WaitingApplications[]>(
  ({ readerId, now }) => sql`
    select case when i.outcome in ('fits', 'does_not_fit') then 'pair_decisions' else 'pair_interviews' end as kind,
      count(*), min(a.submitted_at) as since
    from pairs.applications a left join lateral (
      select outcome, starts_at from pairs.interviews
      where application_id = a.id and cancelled_at is null order by starts_at desc limit 1
    ) i on true
    where a.state = 'submitted'
      and not (i.starts_at is not null and i.outcome is null and i.starts_at > (select ${now}::timestamptz))
      and not exists (
        select from pairs.members m where m.application_id = a.id and m.person_id = ${readerId}::uuid)
    group by 1 order by 1`,
  (rows) => rows.map((row) => ({ ...row, since: readInstant(row.since) })),
);

/** The applications in which somebody is or was, the newest first. */
export async function listApplicationsWith(
  db: Database,
  personId: string,
  window: Window,
): Promise<Page<Application>> {
  let query = selectApplications(db)
    .where('a.id', 'in', (from) =>
      from.selectFrom('pairs.members as m').select('m.application_id').where('m.person_id', '=', personId),
    )
    .orderBy('a.submitted_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(window.limit + 1);
  if (window.after)
    query = query.where(
      sql<boolean>`(a.submitted_at, a.id) < (select submitted_at, id from pairs.applications where id = ${window.after}::uuid)`,
    );
  const rows = await query.execute();
  return toPage(
    rows.map((row) => toApplication(db, row)),
    window,
    ({ id }) => id,
  );
}

/** Whoever has been accepted on a side, and is still in the program. */
export async function listApplicantIds(db: Database, side: Side): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.applications')
    .select('person_id')
    .where('side', '=', side)
    .where('state', 'in', ['accepted', 'ready', 'paused'])
    .execute();
  return rows.map((row) => row.person_id);
}
