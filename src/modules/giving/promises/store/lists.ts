import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { standing } from '../../donors/store/standing.ts';
import type { MonthlyPromise, PromiseState } from '../types.ts';
import { toPromise } from './promises.ts';

/** In how many calendar months of Japan something has come in for it that was not given back. */
export async function countMonths(db: Database, promiseId: string): Promise<number> {
  const row = await db
    .selectFrom('giving.gifts')
    .select(sql<number>`count(distinct date_trunc('month', given_on))::int`.as('months'))
    .where('promise_id', '=', promiseId)
    .where('state', '=', 'received')
    .executeTakeFirstOrThrow();
  return row.months;
}

/** The promise that a gift keeps, unless it is stopped by now, and whether nothing came in for it before. */
export async function findPromiseKept(
  db: Database,
  giftId: string,
): Promise<{ readonly promiseId: string; readonly isFirst: boolean } | null> {
  const row = await db
    .selectFrom('giving.gifts as g')
    .innerJoin('giving.promises as p', 'p.id', 'g.promise_id')
    .select([
      'p.id as promiseId',
      sql<boolean>`not exists (select from giving.gifts o where o.promise_id = p.id and o.id <> g.id
        and (o.given_on, o.recorded_at) <= (g.given_on, g.recorded_at))`.as('isFirst'),
    ])
    .where('g.id', '=', giftId)
    .where('p.state', '<>', 'cancelled')
    .executeTakeFirst();
  return row ?? null;
}

/** Whether something was booked for it at that instant or later. */
export async function hasGiftSince(db: Database, promiseId: string, at: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('giving.gifts')
    .select('id')
    .where('promise_id', '=', promiseId)
    .where('recorded_at', '>=', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of a donor `d`: who has signed in as several is one person; who was merged into another is that one. */
export const WHO_PROMISES = sql`coalesce(
  (select m.person_id from giving.donors m where m.id = ${standing('d')}), ${standing('d')})`;

/**
 * Monthly supporters: people and organizations with an active promise, each once however many they have.
 * @param of.campaignId only promises made for this campaign
 */
export async function countSupporters(
  db: Database,
  of: { readonly campaignId?: string } = {},
): Promise<number> {
  const row = await db
    .selectFrom('giving.promises as p')
    .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
    .select(sql<number>`count(distinct ${WHO_PROMISES})::int`.as('supporters'))
    .where('p.state', '=', 'active')
    .$if(of.campaignId !== undefined, (query) => query.where('p.campaign_id', '=', of.campaignId ?? ''))
    .executeTakeFirstOrThrow();
  return row.supporters;
}

/** A promise with whose it is, for the treasurer. */
export interface ListedPromise extends MonthlyPromise {
  readonly donorName: string;
  readonly donorPersonId: string | null;
}

/** Promises that have begun, the newest first; in one state where it is given. */
export async function listPromises(
  db: Database,
  { state }: { readonly state?: PromiseState | undefined },
  window: Window,
): Promise<Page<ListedPromise>> {
  const rows = await db
    .selectFrom('giving.promises as p')
    .innerJoin('giving.donors as gives', 'gives.id', 'p.donor_id')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('gives')))
    .selectAll('p')
    .select(['d.name as donor_name', 'd.person_id as donor_person_id'])
    .$if(state !== undefined, (query) => query.where('p.state', '=', state ?? 'active'))
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(p.announced_at, p.id) < (select announced_at, id from giving.promises where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('p.announced_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const listed = rows.map((row) => ({
    ...toPromise(row),
    donorName: row.donor_name,
    donorPersonId: row.donor_person_id,
  }));
  return toPage(listed, window, ({ id }) => id);
}

/** States that somebody or the house brings to an end soon; in the others stand more with every year. */
const PASSING = ['announced', 'paused', 'card_failed'] as const;

/** How many promises stand in each state that passes. */
export async function countPassing(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('giving.promises')
    .select((is) => ['state', is.fn.countAll<number>().as('count')])
    .where('state', 'in', PASSING)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}
