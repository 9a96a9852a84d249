import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { ADDRESSEE } from '../../donors/store/households.ts';
import { allOf, standing } from '../../donors/store/standing.ts';

/** Paused until this day or one before it. */
export async function listPausesOver(db: Database, today: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.promises')
    .select('id')
    .where('state', '=', 'paused')
    .where('paused_until', '<=', today)
    .execute();
  return rows.map(({ id }) => id);
}

/** Announced before this instant and never begun. */
export async function listNeverBegun(db: Database, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.promises')
    .select('id')
    .where('state', '=', 'announced')
    .where('announced_at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of whom the provider does not know since before this instant how they stand. */
export async function listUntold(db: Database, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.promises')
    .select('id')
    .where('untold_since', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * One promise of each household for which something came in by one in a calendar year of Japan and that was not summed up:
 * the first of whoever gets its letters, else its first.
 */
export async function listToSumUp(db: Database, year: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with kept as (
      select p.id, p.announced_at, ${ADDRESSEE} as household, ${ADDRESSEE} = d.id as is_theirs,
        exists (select from giving.promise_steps s where s.promise_id = p.id and s.once = ${`year:${year}`}) as is_told
      from giving.promises p join giving.donors was on was.id = p.donor_id
        join giving.donors d on d.id = ${standing('was')}
      where exists (select from giving.gifts g where g.promise_id = p.id and g.state = 'received'
        and g.given_on >= make_date(${year}, 1, 1) and g.given_on < make_date(${year + 1}, 1, 1)))
    select distinct on (household) id from kept
    where not exists (select from kept told where told.household = kept.household and told.is_told)
    order by household, is_theirs desc, announced_at, id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What came in from a household in a calendar year of Japan and has stayed, monthly or not. */
export async function sumOfYear(
  db: Database,
  members: readonly string[],
  year: number,
): Promise<{ readonly count: number; readonly sum: number }> {
  return db
    .selectFrom('giving.gifts')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(amount_jpy - returned_jpy), 0)::bigint`.as('sum'),
    ])
    .where(sql<boolean>`donor_id in ${allOf(members)}`)
    .where('state', '=', 'received')
    .where(sql<boolean>`given_on >= make_date(${year}, 1, 1) and given_on < make_date(${year + 1}, 1, 1)`)
    .executeTakeFirstOrThrow();
}
