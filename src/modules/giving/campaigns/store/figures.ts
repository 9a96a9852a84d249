import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { question } from '../../../../platform/database/questions.ts';
import { type Figure, readFigure } from '../../../../platform/figures.ts';
import { WHO_PROMISES } from '../../promises/store/lists.ts';
import type { Progress } from '../types.ts';

interface Counted extends Progress {
  readonly campaignId: string;
}

/** What has come in for each campaign: money counts when it is received, and no longer when
 * it went back; supporters are people with an active promise. */
export const campaignFigures: Figure<readonly Counted[]> = {
  name: 'giving.campaigns',
  asks: () =>
    question<Counted, readonly Counted[]>(
      sql`
        with money as (
          select campaign_id, sum(amount_jpy - returned_jpy)::bigint as jpy, count(*)::integer as gifts
          from giving.gifts where campaign_id is not null and amount_jpy > returned_jpy group by 1
        ), promised as (
          select p.campaign_id, count(distinct ${WHO_PROMISES})::integer as supporters
          from giving.promises p join giving.donors d on d.id = p.donor_id
          where p.campaign_id is not null and p.state = 'active' group by 1
        )
        select c.id as "campaignId", coalesce(m.jpy, 0)::bigint as jpy, coalesce(m.gifts, 0)::integer as gifts,
          coalesce(s.supporters, 0)::integer as supporters
        from giving.campaigns c left join money m on m.campaign_id = c.id
          left join promised s on s.campaign_id = c.id
        where c.published_at is not null order by c.begins_on desc, c.id`,
      (rows) => rows.map((row) => ({ ...row, jpy: Number(row.jpy) })),
    ),
};

const NOTHING: Progress = { jpy: 0, gifts: 0, supporters: 0 };

/** What was counted of one; nothing where it became public since. */
export function progressOf(counted: readonly Counted[], campaignId: string): Progress {
  return counted.find((one) => one.campaignId === campaignId) ?? NOTHING;
}

/** What was counted of a campaign last, within the last minutes. */
export async function findProgress(
  db: Database,
  campaignId: string,
  now: Temporal.Instant,
): Promise<Progress> {
  return progressOf(await readFigure(db, campaignFigures, now), campaignId);
}
