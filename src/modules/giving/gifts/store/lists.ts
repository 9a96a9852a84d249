import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { findNamed, isNamed } from '../../donors/store/named.ts';
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

/** So many donors with the words have all their gifts put in order; where more have them, a page is soon found in order. */
const FEW = 50;

/** By the day on which they came in, the newest first. */
export async function listGifts(
  db: Database,
  filters: GiftFilters,
  window: Window,
): Promise<Page<ListedGift>> {
  const given = filters.donor ? await givenByNamed(db, filters.donor) : null;
  const found = await db
    .selectFrom('giving.gifts as g')
    .leftJoin('giving.donors as gave', 'gave.id', 'g.donor_id')
    .leftJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gave')))
    .leftJoin('giving.campaigns as c', 'c.id', 'g.campaign_id')
    .selectAll('g')
    .select(['d.name', 'd.person_id', 'c.slug'])
    .where(isAmong(filters))
    .$if(given !== null, (query) => query.where(given ?? sql<boolean>`true`))
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

/** That a gift `g` is of somebody with these words in their name, kana or mail address. */
async function givenByNamed(db: Database, words: string): Promise<RawBuilder<boolean>> {
  const ids = await findNamed(db, words, FEW + 1);
  // Written as a list of gifts: the planner would rather look through all of them in order.
  return ids.length > FEW ? isNamed(words) : sql<boolean>`g.id = any(${giftsOf(ids)})`;
}

const giftsOf = (donorIds: readonly string[]) => sql`array(
  select x.id from ${allOf(donorIds)} as their (id) join giving.gifts x on x.donor_id = their.id)`;

function isAmong({ fiscalYear, channel, fund, campaign, donorId }: GiftFilters) {
  const days = fiscalYear === undefined ? null : daysOf(fiscalYear);
  const conditions = [
    days && sql<boolean>`g.received_on >= ${days.from} and g.received_on < ${days.until}`,
    channel && sql<boolean>`g.channel = ${channel}`,
    fund && sql<boolean>`g.fund_id = ${fund}`,
    campaign && sql<boolean>`g.campaign_id = (select id from giving.campaigns where slug = ${campaign})`,
    donorId && sql<boolean>`g.id = any(${giftsOf([donorId])})`,
  ].filter((condition) => condition !== null && condition !== undefined && condition !== '');
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
