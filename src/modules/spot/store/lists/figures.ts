import { sql } from 'kysely';
import { question } from '../../../../platform/database/questions.ts';
import type { Figure } from '../../../../platform/figures.ts';

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

/** A row for all requests, whose language is null, and one for each language. */
interface Row {
  readonly language: string | null;
  readonly count: number;
  readonly median: number;
}

/**
 * Requests of the last year to which a volunteer said yes, and how long that took from the asking: the median in
 * hours, by the first yes. By language only where at least five were answered.
 */
export const publicFigures: Figure<PublicFigures> = {
  name: 'spot.answers',
  asks: (now) =>
    question<Row, PublicFigures>(
      sql`select language, count(*) as count, percentile_cont(0.5) within group (order by hours) as median
      from (
        select r.own_words_locale as language, extract(epoch from min(t.at) - r.submitted_at) / 3600 as hours
        from spot.support_requests r join spot.transitions t on t.request_id = r.id and t.act = 'accept'
        where r.submitted_at > ${now.subtract({ hours: 365 * 24 })}
        group by r.id
      ) as answered
      group by grouping sets ((), (language))
      order by grouping(language) desc, count desc, language`,
      toFigures,
    ),
};

function toFigures(rows: readonly Row[]): PublicFigures {
  const shown = rows.filter(({ count }) => count >= LEAST_COUNT);
  const all = shown.find(({ language }) => language === null);
  return {
    answeredCount: all?.count ?? null,
    medianHoursToAnswer: all ? roundHours(all.median) : null,
    byLanguage: shown.flatMap(({ language, count, median }) =>
      language === null ? [] : [{ language, answeredCount: count, medianHoursToAnswer: roundHours(median) }],
    ),
  };
}

function roundHours(hours: number): number {
  return Math.round(hours * 10) / 10;
}
