import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import type { Course } from '../types.ts';

/** What became of the days of a year, for the organization and whoever gives. */
export interface ClassFigures {
  readonly sessions: number;
  readonly cancelled: number;
  /** Seats that vetted adults made possible, and those that were taken. */
  readonly seatsOffered: number;
  readonly seatsUsed: number;
  /** Of tutors who were there, on the days that were reported. */
  readonly tutorMinutes: number;
  /** Seats taken on the days that were reported. */
  readonly childSessions: number;
  /** Days on which children had seats and fewer than two vetted adults were there: never any. */
  readonly breaches: number;
  /** Children who were handed to somebody who stood on no list: never any. */
  readonly unmatched: number;
  /** Half of the children waited so many days or less between asking and their first seat; null: none has had one. */
  readonly daysWaited: number | null;
  /** Of days whose cost is known. */
  readonly costJpy: number | null;
}

/** The days that ended within a period: one statement over an index of days. */
export async function findFigures(
  db: Database,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<ClassFigures> {
  const found = await sql<ClassFigures>`
    with days as (
      select s.*, extract(epoch from s.ends_at - s.starts_at) / 60 as minutes,
        (select count(*) from classes.commitments c where c.session_id = s.id and c.came and c.is_vetted) as adults,
        (select count(*) from classes.commitments c where c.session_id = s.id and c.came and c.role = 'tutor') as tutors
      from classes.sessions s
      where s.starts_at >= ${from}::timestamptz and s.starts_at < ${to}::timestamptz
        and s.state in ('over', 'reported', 'cancelled')
    ), waited as (
      select e.id, extract(epoch from min(t.seated_at) - e.asked_at) / 86400 as days
      from classes.enrolments e
      join classes.sessions s on s.course_id = e.course_id
      join classes.seats t on t.session_id = s.id and t.child_id = e.child_id and t.seated_at is not null
      where s.starts_at >= ${from}::timestamptz and s.starts_at < ${to}::timestamptz
      group by e.id
    )
    select
      count(*) filter (where state <> 'cancelled')::integer as sessions,
      count(*) filter (where state = 'cancelled')::integer as cancelled,
      coalesce(sum(cap) filter (where state <> 'cancelled'), 0)::integer as "seatsOffered",
      coalesce(sum(taken) filter (where state <> 'cancelled'), 0)::integer as "seatsUsed",
      coalesce(sum(minutes * tutors) filter (where state = 'reported'), 0)::integer as "tutorMinutes",
      coalesce(sum(taken) filter (where state = 'reported'), 0)::integer as "childSessions",
      count(*) filter (where state = 'reported' and taken > 0 and adults < 2)::integer as breaches,
      (select count(*) from classes.presence_entries p join days d on d.id = p.session_id
        where p.match = 'unlisted')::integer as unmatched,
      (select round(percentile_cont(0.5) within group (order by greatest(days, 0)))::integer from waited) as "daysWaited",
      round(avg(cost_jpy))::integer as "costJpy"
    from days`.execute(db);
  const [figures] = found.rows;
  if (!figures) throw new Error('counting gave no row');
  return figures;
}

/** What became of one term. */
export interface TermFigures {
  readonly id: string;
  readonly texts: Course['texts'];
  readonly sessions: number;
  /** Who has come at least once. */
  readonly children: number;
  /** Steps that they were seen to reach in this term: rows of letters, words, sentences, a picture book. */
  readonly steps: number;
  /** As of all: half of the children waited so many days or less. */
  readonly daysWaited: number | null;
  readonly costJpy: number | null;
}

/** More terms than a year has. */
const TERMS = 24;

/** The terms with a day within a period that has been held, the newest first. */
export async function listTermFigures(
  db: Database,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<TermFigures[]> {
  const found = await sql<TermFigures>`
    with held as (
      select s.id, s.course_id, s.cost_jpy from classes.sessions s
      where s.state in ('over', 'reported') and s.course_id in (
        select o.course_id from classes.sessions o
        where o.starts_at >= ${from}::timestamptz and o.starts_at < ${to}::timestamptz and o.state in ('over', 'reported'))
    ), waited as (
      select e.course_id, extract(epoch from min(t.seated_at) - e.asked_at) / 86400 as days
      from classes.enrolments e
      join classes.sessions s on s.course_id = e.course_id
      join classes.seats t on t.session_id = s.id and t.child_id = e.child_id and t.seated_at is not null
      group by e.id
    )
    select c.id, c.texts, count(h.id)::integer as sessions, round(avg(h.cost_jpy))::integer as "costJpy",
      (select count(distinct p.child_id) from classes.presence p join held d on d.id = p.session_id
        where d.course_id = c.id and p.came_at is not null)::integer as children,
      (select count(*) from classes.can_do a join held d on d.id = a.session_id where d.course_id = c.id)::integer as steps,
      (select round(percentile_cont(0.5) within group (order by greatest(w.days, 0)))::integer
        from waited w where w.course_id = c.id) as "daysWaited"
    from held h join classes.courses c on c.id = h.course_id
    group by c.id order by c.begins_on desc, c.id limit ${TERMS}`.execute(db);
  return found.rows;
}
