import { sql } from 'kysely';
import { readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import type { Course } from '../types.ts';

/** Why a class waits for a coordinator: children are without a seat, a family asks or has tried it, a day is to be reported. */
export const WAITING_KINDS = ['class_short', 'class_asked', 'class_tried', 'class_report'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface WaitingClass {
  /** Of the session; of the course for families. */
  readonly id: string;
  readonly kind: WaitingKind;
  readonly texts: Course['texts'];
  /** When the session begins, or since when a family waits: after a trial visit, since it ended or was off. */
  readonly at: Temporal.Instant;
  /** Children without a seat; families that ask. */
  readonly count: number;
}

/** Later there is time: tutors are being asked by themselves. */
const SOON = { hours: 14 * 24 };
const MOST = 50;

/** What of classes waits for a coordinator, the nearest first. */
export function waitingClasses(now: Temporal.Instant): Question<readonly WaitingClass[]> {
  const statement = sql`
    select w.id, w.kind, c.texts, w.at, w.count from (
      select s.id, 'class_short' as kind, s.course_id, s.starts_at as at,
        (select count(*)::integer from classes.seats t where t.session_id = s.id and t.state in ('waiting', 'unsure')) as count
      from classes.sessions s
      where s.state = 'open' and s.starts_at between ${now}::timestamptz and ${now.add(SOON)}::timestamptz
        and s.cap < s.room
      union all
      select s.id, 'class_report', s.course_id, s.starts_at, s.taken::integer from classes.sessions s where s.state = 'over'
      union all
      select e.course_id, 'class_asked', e.course_id, min(e.asked_at), count(*)::integer
      from classes.enrolments e where e.state = 'asked' group by e.course_id
      union all
      select e.course_id, 'class_tried', e.course_id, min(coalesce(v.ended_at, e.moved_at)), count(*)::integer
      from classes.enrolments e
      left join lateral (
        select max(s.ends_at) as ended_at,
          bool_or(s.ends_at > ${now}::timestamptz and s.state <> 'cancelled' and t.state <> 'given_up') as lies_ahead
        from classes.seats t join classes.sessions s on s.id = t.session_id
        where t.child_id = e.child_id and t.is_trial and s.course_id = e.course_id
      ) v on true
      where e.state = 'trial' and v.lies_ahead is not true group by e.course_id
    ) w join classes.courses c on c.id = w.course_id
    where w.kind <> 'class_short' or w.count > 0
    order by w.at, w.id limit ${MOST}`;
  return question<WaitingClass, readonly WaitingClass[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, at: readInstant(row.at) })),
  );
}
