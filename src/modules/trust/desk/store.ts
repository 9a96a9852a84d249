import { type RawBuilder, sql } from 'kysely';
import { type Database, readInstant } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { type Question, standingQuestion } from '../../../platform/database/questions.ts';
import type { Placed } from '../../../platform/database/standing.ts';

/** Approved volunteers whom no insurance covers on a day, by the newest approval first. */
export async function listUninsured(
  db: Database,
  on: Temporal.PlainDate,
  window: Window,
): Promise<Page<InQueue>> {
  const behind = window.after
    ? sql<boolean>`(a.decided_at, a.id) < (select decided_at, id from trust.applications where id = ${window.after}::uuid)`
    : sql<boolean>`true`;
  const found = await sql<InQueue>`
    select a.id, a.person_id as "personId" from trust.applications a
    where ${isUninsured(on)} and ${behind}
    order by a.decided_at desc, a.id desc limit ${sql.lit(window.limit + 1)}`.execute(db);
  return toPage(found.rows, window, ({ id }) => id);
}

/** All of them. */
export async function uninsuredIds(db: Database, on: Temporal.PlainDate): Promise<string[]> {
  const found = await sql<{ personId: string }>`
    select a.person_id as "personId" from trust.applications a where ${isUninsured(on)}`.execute(db);
  return found.rows.map(({ personId }) => personId);
}

const isUninsured = (on: Temporal.PlainDate) => sql<boolean>`
  a.state = 'approved' and not exists (
    select from trust.insurance_years i
    where i.person_id = a.person_id and i.starts_on <= ${on}::date and i.until_on > ${on}::date)`;

/** Somebody in a list, by the application through which they are in it. */
export interface InQueue {
  readonly id: string;
  readonly personId: string;
}

/** Who waits for a decision, the longest first: all, or those whose next step is ours. */
export async function listApplicants(
  db: Database,
  { now, isOurs }: { readonly now: Temporal.Instant; readonly isOurs: boolean },
  window: Window,
): Promise<Page<InQueue>> {
  const behind = window.after
    ? sql`(a.submitted_at, a.id) > (select submitted_at, id from trust.applications where id = ${window.after}::uuid)`
    : sql`true`;
  const ours = ourTurn(hidden(now));
  const found = await sql<InQueue>`
    select a.id, a.person_id as "personId" from trust.applications a ${isOurs ? ours.joined : sql``}
    where a.state = 'submitted' and ${behind} and ${isOurs ? ours.isTrue : sql`true`}
    order by a.submitted_at, a.id limit ${sql.lit(window.limit + 1)}`.execute(db);
  return toPage(found.rows, window, ({ id }) => id);
}

/** How many wait for a decision, and the next step of how many of them is ours. */
export async function countApplicants(
  db: Database,
  now: Temporal.Instant,
): Promise<Readonly<Record<'' | 'ours', number>>> {
  const { joined, isTrue } = ourTurn(hidden(now));
  const found = await sql<{ all: number; ours: number }>`
    select count(*)::int as all, (count(*) filter (where ${isTrue}))::int as ours
    from trust.applications a ${joined} where a.state = 'submitted'`.execute(db);
  return { '': found.rows[0]?.all ?? 0, ours: found.rows[0]?.ours ?? 0 };
}

/** An instant that the planner does not see: it would plan anew for each. */
const hidden = (now: Placed<Temporal.Instant>) => sql`(select ${now}::timestamptz)`;

/** Whether the next step of an application `a` is ours, as `nextStaffAct` and `isOurTurn` say. */
function ourTurn(at: RawBuilder<unknown>): { joined: RawBuilder<unknown>; isTrue: RawBuilder<boolean> } {
  const interview = sql`
    select from trust.interviews i
    where i.person_id = a.person_id and i.outcome is null and i.cancelled_at is null and i.starts_at`;
  return {
    joined: sql`left join lateral (
      select s.step from trust.policy_steps s
      where s.policy_id = trust.policy_at(${at}) and s.demand = 'required' and not exists (
        select from trust.completions c where c.person_id = a.person_id and c.step = s.step
          and c.done_on <= (${at} at time zone 'Asia/Tokyo')::date)
      order by s.position, s.step limit 1
    ) as missing on true`,
    isTrue: sql<boolean>`(
      exists (${interview} <= ${at})
      or missing.step is null or missing.step <> 'pledge' and (missing.step <> 'interview' or not exists (${interview} > ${at})))`,
  };
}

/** What waits for a coordinator: how much of it, and since when the oldest does. */
export interface Waiting {
  readonly kind: 'concerns' | 'applications';
  readonly count: number;
  readonly since: Temporal.Instant;
}

/**
 * Concerns that nobody has looked into and applicants whose next step is ours, as `nextStaffAct` and `isOurTurn` say; of
 * either nothing about whoever reads. What nothing waits of is left out.
 */
export function waitingOnDesk(readerId: string | null, now: Temporal.Instant): Question<readonly Waiting[]> {
  return waiting({ readerId, now });
}

interface Looking {
  readonly readerId: string | null;
  readonly now: Temporal.Instant;
}

const waiting = standingQuestion<Looking, Waiting, readonly Waiting[]>(
  ({ readerId, now }) => {
    const { joined, isTrue } = ourTurn(hidden(now));
    return sql`
      select 'concerns' as kind, count(*), min(raised_at) as since
      from trust.concerns where state = 'raised' and about_person_id is distinct from ${readerId}::uuid having count(*) > 0
      union all
      select 'applications', count(*), min(a.submitted_at)
      from trust.applications a ${joined}
      where a.state = 'submitted' and a.person_id is distinct from ${readerId}::uuid and ${isTrue}
      having count(*) > 0`;
  },
  (rows) => rows.map((row) => ({ ...row, since: readInstant(row.since) })),
);
