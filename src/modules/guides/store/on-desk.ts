import { sql } from 'kysely';
import { readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';

/**
 * Why something waits: a guide to be looked at, one whose words in some language would harm, steps that readers found wrong,
 * a fact that a volunteer found changed; and, counted, facts that nobody has looked at and drafts that the house has begun.
 */
export type WaitingKind =
  | 'guide_review'
  | 'guide_harms'
  | 'guide_wrong'
  | 'fact_changed'
  | 'facts_due'
  | 'guides_begun';

export interface WaitingGuide {
  /** Of the guide or the fact; empty for what is counted. */
  readonly id: string;
  readonly kind: WaitingKind;
  /** What it is called by language; null: it has no name yet. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly count: number;
  /** Since when it waits. */
  readonly since: Temporal.Instant;
}

const MOST = 50;
/** One reader may have pressed the wrong button. */
const FEWEST_WRONG = 2;

/** What waits for a coordinator. @param readerId whose own submissions wait for others */
export function waitingGuides(
  readerId: string | null,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Question<readonly WaitingGuide[]> {
  const names = sql`(select jsonb_object_agg(w.locale, w.words ->> 'title') from guides.words w where w.guide_id = g.id)`;
  const statement = sql`
    select * from (
      select g.id::text, 'guide_review' as kind, ${names} as names, 0 as count, coalesce(g.submitted_at, g.created_at) as since
        from guides.guides g where g.state = 'in_review' and g.submitted_by is distinct from ${readerId}::uuid
      union all
      select g.id::text, 'guide_harms', ${names}, h.count, h.since from (
        select w.guide_id, count(distinct w.locale)::integer as count, min(r.at) as since from guides.revisions r
          join guides.words w on w.guide_id = r.guide_id and w.based_on < r.number
          where r.grade = 'dangerous' group by w.guide_id
      ) h join guides.guides g on g.id = h.guide_id and g.state = 'published'
      union all
      select g.id::text, 'guide_wrong', ${names}, a.count, a.since from (
        select s.guide_id, sum(a.wrong_count - a.seen_count)::integer as count, min(a.on_month)::timestamptz as since
        from guides.answers a join guides.steps s on s.id = a.step_id where a.wrong_count > a.seen_count group by s.guide_id
      ) a join guides.guides g on g.id = a.guide_id where g.state = 'published' and a.count >= ${FEWEST_WRONG}
      union all
      select f.id::text, 'fact_changed',
        (select jsonb_object_agg(key, value ->> 'name') from jsonb_each(f.texts)), 0, c.answered_at
        from guides.checks c join guides.facts f on f.id = c.fact_id where c.state = 'changed'
      union all
      select '', 'facts_due', null, count(*)::integer, min(next_check_on)::timestamptz from guides.facts f
        where next_check_on < ${today}::date
          and not exists (select from guides.checks c where c.fact_id = f.id and c.state in ('asked', 'changed'))
        having count(*) > 0
      union all
      select '', 'guides_begun', null, count(*)::integer, min(created_at) from guides.guides
        where state = 'draft' and begun_by is null having count(*) > 0
    ) waits order by since, kind, id limit ${MOST}`;
  type Row = Omit<WaitingGuide, 'since'> & { readonly since: Temporal.Instant | null };
  return question<Row, readonly WaitingGuide[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, since: row.since ? readInstant(row.since) : now })),
  );
}
