import { sql } from 'kysely';
import { readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import { isCoordinatorOn, type Named, namesOf } from '../../people/index.ts';
import { DANGER_CHECKS } from '../danger/checks.ts';

/** Why a matter waits for a coordinator. */
export type WaitingKind =
  | 'matter_danger'
  | 'matter_waits'
  | 'matter_left'
  | 'deadline'
  | 'opening'
  | 'conflict';

export interface WaitingMatter {
  readonly id: string;
  readonly kind: WaitingKind;
  /** Tells it from others of its kind. */
  readonly mark: string;
  readonly number: number;
  readonly breaksAt: Temporal.Instant;
  readonly responsibleId: string | null;
  readonly responsible: Named | null;
}

/** From so many days before a deadline on. */
const NEAR_DAYS = 7;
/** Within which a second person looks at an opening. */
const REVIEW_HOURS = 24;
/** Within which an expert is called who may know somebody, or asks for it. */
const CALL_HOURS = 24;
const MOST = 50;

/**
 * What waits: nobody finds their own among it, and nobody reviews what they have opened themselves.
 * @param today where the organization is
 */
export function waitingMatters(
  readerId: string | null,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Question<readonly WaitingMatter[]> {
  const statement = sql`
    select m.id, w.kind, w.mark, m.number, w.breaks_at as "breaksAt", m.responsible_id as "responsibleId",
      ${namesOf(sql`m.responsible_id`)} as responsible
    from (
      select id, 'matter_danger' as kind, id::text as mark, created_at as breaks_at from consultations.matters d
        where in_danger and state <> 'closed' and (
          select count(*) from consultations.danger_checks c where c.matter_id = d.id) < ${DANGER_CHECKS.length}
      union all
      select id, 'matter_waits', id::text, answer_by from consultations.matters
        where state <> 'closed' and answered_at is null
      union all
      select id, 'matter_left', id::text, ${now}::timestamptz from consultations.matters l
        where state not in ('received', 'closed') and not ${isCoordinatorOn(sql`l.responsible_id`, today)}
      union all
      select d.matter_id, 'deadline', d.id::text, (d.on_day + 1)::timestamp at time zone 'Asia/Tokyo'
        from consultations.deadlines d join consultations.matters m on m.id = d.matter_id
        where d.done_at is null and d.on_day <= ${today.add({ days: NEAR_DAYS })}::date and m.state <> 'closed'
      union all
      select o.matter_id, 'opening', o.id::text, o.at + make_interval(hours => ${REVIEW_HOURS})
        from consultations.openings o left join consultations.reviews r on r.opening_id = o.id
        where o.as_what = 'glass' and r.opening_id is null and o.person_id is distinct from ${readerId}::uuid
      union all
      select c.matter_id, 'conflict', c.referral_id::text,
          coalesce(c.answered_at, c.call_wanted_at) + make_interval(hours => ${CALL_HOURS})
        from consultations.conflict_checks c join consultations.referrals f on f.id = c.referral_id
          join consultations.matters m on m.id = c.matter_id
        where c.decision is null and (c.answer = 'possible' or c.call_wanted_at is not null and c.answer is null)
          and f.ended_at is null and f.answer is distinct from 'refused' and m.state <> 'closed'
    ) w join consultations.matters m on m.id = w.id
    where m.resident_id is distinct from ${readerId}::uuid and m.created_at <= ${now}::timestamptz
    order by w.kind = 'matter_danger' desc, w.breaks_at, w.mark limit ${MOST + 1}`;
  return question<WaitingMatter, readonly WaitingMatter[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, breaksAt: readInstant(row.breaksAt) })),
  );
}

export { MOST as MOST_ON_DESK };
