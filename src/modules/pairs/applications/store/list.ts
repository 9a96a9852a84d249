import { type RawBuilder, sql } from 'kysely';
import { type Database, readInstant } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';
import { URGENCY } from '../../rounds/solving/weights.ts';
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

const BY_ARRIVAL = [sql`a.submitted_at`];
/** In whole days the same as the engine's urgency, and the same tomorrow: as if somebody had waited since then. */
const BY_URGENCY = [
  sql`((select count(*) from pairs.places p where p.application_id = a.id)
    <= (select count(*) from pairs.held_places h where h.application_id = a.id))`,
  sql`(a.ready_at + make_interval(days => a.paused_days - ${URGENCY.daysForNeed}::integer * a.need
    - ${URGENCY.daysForFallenThrough}::integer * a.fallen_through))`,
];

/**
 * Applications of a part, of both sides or one: who waits, the longest first; what is over, the newest first; who is ready, those
 * with a free place first, the most urgent on top.
 */
export function listApplications(
  db: Database,
  of: { readonly part: Part; readonly side?: Side | undefined },
  window: Window,
): Promise<Page<Application>> {
  const applications = selectApplications(db)
    .where('a.state', 'in', STATES_OF[of.part])
    .$if(of.side !== undefined, (query) => query.where(sql<boolean>`a.side = ${of.side}`));
  const by = of.part === 'ready' ? BY_URGENCY : BY_ARRIVAL;
  return pageOf(db, applications, { ...window, by, order: of.part === 'over' ? 'desc' : 'asc' });
}

/** A part of some applications, in an order and behind one of them. */
async function pageOf(
  db: Database,
  applications: ReturnType<typeof selectApplications>,
  window: Window & { readonly by: readonly RawBuilder<unknown>[]; readonly order: 'asc' | 'desc' },
): Promise<Page<Application>> {
  const { after, limit, order, by } = window;
  const keys = sql.join([...by, sql`a.id`]);
  const behind = order === 'desc' ? sql.raw('<') : sql.raw('>');
  const rows = await [...by, sql`a.id`]
    .reduce((query, key) => query.orderBy(key, order), applications)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${keys}) ${behind} (select ${keys} from pairs.applications a where a.id = ${after}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute();
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
export function listApplicationsWith(
  db: Database,
  personId: string,
  window: Window,
): Promise<Page<Application>> {
  const applications = selectApplications(db).where('a.id', 'in', (from) =>
    from.selectFrom('pairs.members as m').select('m.application_id').where('m.person_id', '=', personId),
  );
  return pageOf(db, applications, { ...window, by: BY_ARRIVAL, order: 'desc' });
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
