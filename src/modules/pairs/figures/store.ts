import { sql } from 'kysely';
import type { Cell } from '../../../kits/plots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import type { Figure } from '../../../platform/figures.ts';
import { wardAndLanguageOf } from '../../people/index.ts';
import { hadTrainingBy } from '../../trust/index.ts';

/** What is counted of pairs; each has its formula beside it on the page. */
export const MEASURES = ['matched', 'waited', 'completed', 'first_contact', 'answered_by_both'] as const;
export type Measure = (typeof MEASURES)[number];

/** By what it is told apart: each person or pair once, but for purposes, of which one may have several. */
export const DIMENSIONS = ['ward', 'language', 'purpose', 'training', 'month'] as const;
export type Dimension = 'all' | (typeof DIMENSIONS)[number];

export interface Counted extends Cell {
  readonly measure: Measure;
  readonly dimension: Dimension;
  /** Of `waited`: the median of days. */
  readonly days: number | null;
}

const WINDOW = { hours: 365 * 24 };
const MATCHED_WITHIN_DAYS = 90;
const FIRST_CONTACT_DAYS = 14;

/** Pairs of the last year, as they are counted: never over all there ever were, or those that still run would look lost. */
export const pairFigures: Figure<readonly Counted[]> = {
  name: 'pairs.program',
  asks: (now) => question<Counted, readonly Counted[]>(counting(now), (rows) => rows),
};

function counting(now: Temporal.Instant) {
  const today = sql`(${now}::timestamptz at time zone 'Asia/Tokyo')::date`;
  const since = sql`((${now.subtract(WINDOW)}::timestamptz at time zone 'Asia/Tokyo')::date)`;
  return sql`
    with wishes as (
      select a.id, a.person_id, a.purposes, a.side, (coalesce(
        (select min(s.at) from pairs.steps s where s.application_id = a.id and s.act = 'make_ready'), a.ready_at)
        at time zone 'Asia/Tokyo')::date as ready_on
      from pairs.applications a
    ), wished as (
      select w.*, (select min(p.started_on) from pairs.pairs p
        where w.id in (p.volunteer_application_id, p.resident_application_id) and p.started_on >= w.ready_on) as started_on
      from wishes w where w.ready_on > ${since}
    ), together as (
      select p.id, p.state, p.started_on, p.ends_on, r.person_id, r.purposes,
        ${hadTrainingBy(sql`v.person_id`, sql`p.started_on`)} as is_trained
      from pairs.pairs p join pairs.applications r on r.id = p.resident_application_id
        join pairs.applications v on v.id = p.volunteer_application_id
      where p.started_on is not null
    ), told as (
      select 'matched' as measure, person_id, purposes, null::boolean as is_trained, ready_on as told_on,
        coalesce(started_on - ready_on <= ${MATCHED_WITHIN_DAYS}, false) as is_hit, null::integer as days
        from wished where ready_on <= ${today} - ${MATCHED_WITHIN_DAYS}::integer
      union all
      select 'waited', person_id, purposes, null, started_on, true, started_on - ready_on
        from wished where started_on is not null
      union all
      select 'completed', person_id, purposes, is_trained, ends_on, state = 'completed', null
        from together where ends_on <= ${today} and ends_on > ${since}
      union all
      select 'first_contact', person_id, purposes, is_trained, started_on, exists (
          select from pairs.activities c where c.pair_id = together.id
            and c.happened_on < started_on + ${FIRST_CONTACT_DAYS}::integer), null
        from together where started_on <= ${today} - ${FIRST_CONTACT_DAYS}::integer and started_on > ${since}
      union all
      select 'answered_by_both', t.person_id, t.purposes, t.is_trained, (c.asked_at at time zone 'Asia/Tokyo')::date,
          c.is_answered, null
        from (
          select pair_id, min(asked_at) as asked_at, bool_and(answered_at is not null) as is_answered
          from pairs.check_ins group by pair_id, month
          having count(*) = 2 and max(answer_by) <= ${now}::timestamptz and min(asked_at) > ${now.subtract(WINDOW)}::timestamptz
        ) c join together t on t.id = c.pair_id
    )
    select told.measure, cell.dimension, cell.value, count(*) filter (where told.is_hit)::integer as hits,
      count(*)::integer as whole, percentile_cont(0.5) within group (order by told.days) as days
    from told left join lateral ${wardAndLanguageOf(sql`told.person_id`)} lives on true
      cross join lateral (
        select 'all' as dimension, '' as value
        union all select 'ward', lives.ward where lives.ward is not null
        union all select 'language', lives.language where lives.language is not null
        union all select 'purpose', unnest(told.purposes)
        union all select 'training', told.is_trained::text where told.is_trained is not null
        union all select 'month', to_char(told.told_on, 'YYYY-MM')
      ) cell
    group by told.measure, cell.dimension, cell.value order by 1, 2, 3`;
}

/** How lonely people are on average, before and so many months after; nothing of fewer than five. */
export interface LonelinessTold {
  readonly month: number;
  readonly people: number;
  readonly before: number;
  readonly after: number;
  readonly giveOrTake: number;
}

export function lonelinessMeans(): Question<readonly LonelinessTold[]> {
  const statement = sql`select month, people, before::float8, after::float8, give_or_take::float8 as "giveOrTake"
    from pairs.loneliness_means order by month`;
  return question<LonelinessTold, readonly LonelinessTold[]>(statement, (rows) => rows);
}

/** How many wait for a pair now, by side. */
export async function countWaiting(
  db: Database,
): Promise<Readonly<Record<'resident' | 'volunteer', number>>> {
  const rows = await db
    .selectFrom('pairs.applications as a')
    .select(['side', sql<number>`count(*)::int`.as('count')])
    .where('state', '=', 'ready')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pairs.held_places as h')
            .whereRef('h.application_id', '=', 'a.id')
            .select('h.pair_id'),
        ),
      ),
    )
    .groupBy('side')
    .execute();
  const of = (side: string) => rows.find((row) => row.side === side)?.count ?? 0;
  return { resident: of('resident'), volunteer: of('volunteer') };
}
