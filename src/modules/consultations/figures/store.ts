import { sql } from 'kysely';
import type { Cell } from '../../../kits/plots/index.ts';
import { question } from '../../../platform/database/questions.ts';
import type { Figure } from '../../../platform/figures.ts';

/** What is counted of consultations; each has its formula beside it on the page. */
export const MEASURES = ['asked', 'answered', 'advised', 'ended', 'helped'] as const;
export type Measure = (typeof MEASURES)[number];

export const DIMENSIONS = ['field', 'language'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Counted extends Cell {
  readonly measure: Measure;
  readonly dimension: 'all' | Dimension;
  /** Of `answered` and `advised`: the median of days until then. */
  readonly days: number | null;
}

const WINDOW = { hours: 365 * 24 };

/** Consultations of the last year. Nothing that was written is counted or read: it lies sealed. */
export const consultationFigures: Figure<readonly Counted[]> = {
  name: 'consultations.program',
  asks: (now) => question<Counted, readonly Counted[]>(counting(now), (rows) => rows),
};

const daysUntil = (at: string) => sql`extract(epoch from ${sql.ref(at)} - created_at) / 86400`;

function counting(now: Temporal.Instant) {
  const since = now.subtract(WINDOW);
  return sql`
    with asked as (
      select m.id, m.field::text as field, m.language, m.created_at, m.answered_at, m.answer_by, m.outcome::text as outcome,
        (select min(a.given_at) from consultations.advices a where a.matter_id = m.id) as given_at
      from consultations.matters m where m.created_at > ${since}::timestamptz
    ), told as (
      select 'asked' as measure, field, language, true as is_hit, null::numeric as days from asked
      union all
      select 'answered', field, language, coalesce(answered_at <= answer_by, false), ${daysUntil('answered_at')}
        from asked where answered_at is not null or answer_by < ${now}::timestamptz
      union all
      select 'advised', field, language, true, ${daysUntil('given_at')} from asked where given_at is not null
      union all
      select 'ended', field, language, outcome in ('solved', 'referred'), null from asked where outcome is not null
      union all
      select 'helped', m.field::text, m.language, q.answer in ('yes', 'partly'), null
        from consultations.questions q join consultations.matters m on m.id = q.matter_id
        where q.answered_at > ${since}::timestamptz and not exists (
          select from consultations.questions later
          where later.matter_id = q.matter_id and later.months > q.months and later.answer is not null)
    )
    select told.measure, cell.dimension, cell.value, count(*) filter (where told.is_hit)::integer as hits,
      count(*)::integer as whole, percentile_cont(0.5) within group (order by told.days) as days
    from told cross join lateral (
      select 'all' as dimension, '' as value
      union all select 'field', told.field
      union all select 'language', told.language
    ) cell
    group by told.measure, cell.dimension, cell.value order by 1, 2, 3`;
}
