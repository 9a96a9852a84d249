import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';

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

/** The first promise of each donor for whom something came in by one in a calendar year of Japan, that was not summed up. */
export async function listToSumUp(db: Database, year: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (coalesce(d.merged_into, d.id)) p.id
      from giving.promises p join giving.donors d on d.id = p.donor_id
      where exists (select from giving.gifts g where g.promise_id = p.id and g.state = 'received'
        and g.given_on >= make_date(${year}, 1, 1) and g.given_on < make_date(${year + 1}, 1, 1))
      order by coalesce(d.merged_into, d.id), p.announced_at, p.id) as first
    where not exists (select from giving.promise_steps s where s.promise_id = first.id and s.once = ${`year:${year}`})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** What came in from a donor in a calendar year of Japan and has stayed, monthly or not. */
export async function sumOfYear(
  db: Database,
  donorId: string,
  year: number,
): Promise<{ readonly count: number; readonly sum: number }> {
  return db
    .selectFrom('giving.gifts')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(amount_jpy - returned_jpy), 0)::bigint`.as('sum'),
    ])
    .where(
      sql<boolean>`donor_id in (select id from giving.donors where id = ${donorId}::uuid or merged_into = ${donorId}::uuid)`,
    )
    .where('state', '=', 'received')
    .where(sql<boolean>`given_on >= make_date(${year}, 1, 1) and given_on < make_date(${year + 1}, 1, 1)`)
    .executeTakeFirstOrThrow();
}
