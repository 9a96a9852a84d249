import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { isNamed } from '../../donors/store/named.ts';
import { allOf, standing } from '../../donors/store/standing.ts';
import { daysOf } from '../../rules/fiscal-year.ts';
import type { Channel, Fund } from '../../types.ts';
import { toGift } from '../store.ts';
import type { Gift } from '../types.ts';

/** A gift with the names that its list shows. */
export interface ListedGift extends Gift {
  /** Null of a collecting box, and of whoever was forgotten. */
  readonly donorName: string | null;
  readonly donorPersonId: string | null;
  /** The last part of its campaign's address. */
  readonly campaign: string | null;
}

export interface GiftFilters {
  readonly fiscalYear?: number | undefined;
  readonly channel?: Channel | undefined;
  readonly fund?: Fund | undefined;
  readonly campaign?: string | undefined;
  /** A part of the donor's name, kana or mail address. */
  readonly donor?: string | undefined;
  readonly donorId?: string | undefined;
}

/** By the day on which they came in, the newest first. */
export async function listGifts(
  db: Database,
  filters: GiftFilters,
  window: Window,
): Promise<Page<ListedGift>> {
  const found = await db
    .selectFrom('giving.gifts as g')
    .leftJoin('giving.donors as gave', 'gave.id', 'g.donor_id')
    .leftJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gave')))
    .leftJoin('giving.campaigns as c', 'c.id', 'g.campaign_id')
    .selectAll('g')
    .select(['d.name', 'd.person_id', 'c.slug'])
    .where(isAmong(filters))
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(g.received_on, g.id) < (select received_on, id from giving.gifts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('g.received_on', 'desc')
    .orderBy('g.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return {
    next,
    rows: rows.map((row) => ({
      ...toGift(row),
      donorName: row.name || null,
      donorPersonId: row.person_id,
      campaign: row.slug,
    })),
  };
}

function isAmong({ fiscalYear, channel, fund, campaign, donor, donorId }: GiftFilters) {
  const days = fiscalYear === undefined ? null : daysOf(fiscalYear);
  const conditions = [
    days && sql<boolean>`g.received_on >= ${days.from} and g.received_on < ${days.until}`,
    channel && sql<boolean>`g.channel = ${channel}`,
    fund && sql<boolean>`g.fund_id = ${fund}`,
    campaign && sql<boolean>`c.slug = ${campaign}`,
    donorId && sql<boolean>`g.donor_id in ${allOf([donorId])}`,
    donor && isNamed(donor),
  ].filter((condition) => condition !== null && condition !== undefined && condition !== '');
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
