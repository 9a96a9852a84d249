import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';

/** Figures that anybody may see; a figure made of fewer than five requests is null. */
export interface PublicFigures {
  readonly answeredCount: number | null;
  readonly medianHoursToAnswer: number | null;
  readonly byLanguage: readonly {
    /** BCP 47 tag of the language in which people asked. */
    readonly language: string;
    readonly answeredCount: number;
    readonly medianHoursToAnswer: number;
  }[];
}

/** Below this a figure could point at somebody. */
const LEAST_COUNT = 5;

/**
 * Requests of the last year to which a volunteer said yes, and how long that took from the asking: the median in
 * hours, by the first yes. By language only where at least five were answered.
 */
export async function readPublicFigures(db: Database, now: Temporal.Instant): Promise<PublicFigures> {
  const answered = db
    .selectFrom('spot.transitions as t')
    .innerJoin('spot.support_requests as r', 'r.id', 't.request_id')
    .select(['r.id', 'r.own_words_locale as language'])
    .select(sql<number>`extract(epoch from min(t.at) - r.submitted_at) / 3600`.as('hours'))
    .where('t.act', '=', 'accept')
    .where('r.submitted_at', '>', now.subtract({ hours: 365 * 24 }))
    .groupBy('r.id');
  const rows = await db
    .selectFrom(answered.as('answered'))
    .select(['language', (eb) => eb.fn.countAll<number>().as('count')])
    .select(sql<number>`percentile_cont(0.5) within group (order by hours)::float8`.as('median'))
    .groupBy(sql`grouping sets ((), (language))`)
    .orderBy(sql`grouping(language)`, 'desc')
    .orderBy('count', 'desc')
    .orderBy('language')
    .execute();
  const shown = rows.filter((row) => row.count >= LEAST_COUNT);
  const all = shown.find((row) => (row.language as string | null) === null);
  return {
    answeredCount: all?.count ?? null,
    medianHoursToAnswer: all ? roundHours(all.median) : null,
    byLanguage: shown
      .filter((row) => (row.language as string | null) !== null)
      .map((row) => ({
        language: row.language,
        answeredCount: row.count,
        medianHoursToAnswer: roundHours(row.median),
      })),
  };
}

function roundHours(hours: number): number {
  return Math.round(hours * 10) / 10;
}
