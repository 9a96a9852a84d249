import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingWallState } from '../../../../platform/database/generated.ts';
import { isLocale, type Locale } from '../../../../platform/languages/locales.ts';
import { allOf, standing } from '../../donors/store/standing.ts';

/** Who is thanked by name on the page of a campaign: as many as a page shows, and how many more there are. */
export interface Wall {
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly more: number;
}

/** A name that a giver has asked to be thanked by. */
export interface WallName {
  readonly id: string;
  readonly campaignId: string;
  /** Of the campaign. */
  readonly slug: string;
  readonly donorId: string;
  /** Their account, where they have one. */
  readonly personId: string | null;
  readonly name: string;
  readonly state: GivingWallState;
}

const MOST_SHOWN = 200;

/** Whether it was asked for by somebody who stands, or by whoever was merged into them. */
const isOf = (donorId: string) => sql<boolean>`donor_id in ${allOf([donorId])}`;

/** The newest first. */
export async function readWall(db: Database, campaignId: string): Promise<Wall> {
  const rows = await db
    .selectFrom('giving.wall_names')
    .select(['id', 'name', sql<number>`count(*) over ()::integer`.as('all')])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'public')
    .orderBy('confirmed_at', 'desc')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
  return { names: rows.map(({ id, name }) => ({ id, name })), more: (rows[0]?.all ?? 0) - rows.length };
}

/** Somebody whose gift for a campaign has come in, by the address under which it was given. */
export interface Giver {
  readonly donorId: string;
  readonly personId: string | null;
  readonly email: string;
  readonly locale: Locale;
}

/** @returns the one whose gift is the newest; null where nobody with the address has given for it */
export async function findGiver(db: Database, campaignId: string, email: string): Promise<Giver | null> {
  const row = await db
    .selectFrom('giving.donors as d')
    .innerJoin('giving.gifts as g', (join) => join.on(sql<boolean>`g.donor_id in ${allOf(sql`array[d.id]`)}`))
    .select(['d.id', 'd.person_id', 'd.locale'])
    .where('d.email', '=', email)
    // An address that went with a merge opens nothing that is the other one’s.
    .where('d.merged_into', 'is', null)
    .where('g.campaign_id', '=', campaignId)
    .where('g.state', '=', 'received')
    .orderBy('g.received_on', 'desc')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const locale = isLocale(row.locale) ? row.locale : 'ja';
  return { donorId: row.id, personId: row.person_id, email, locale };
}

/** How often somebody has asked since a time to be named in a campaign. */
export async function countAsked(
  db: Database,
  { donorId, campaignId }: Pick<WallName, 'donorId' | 'campaignId'>,
  since: Temporal.Instant,
): Promise<number> {
  const { count } = await db
    .selectFrom('giving.wall_names')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where(isOf(donorId))
    .where('campaign_id', '=', campaignId)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns its id */
export async function insertWallName(
  tx: Tx,
  asked: Pick<WallName, 'campaignId' | 'donorId' | 'name'> & {
    readonly id?: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('giving.wall_names')
    .values({
      ...(asked.id && { id: asked.id }),
      campaign_id: asked.campaignId,
      donor_id: asked.donorId,
      name: asked.name,
      asked_at: asked.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns null where there is none (any more) */
export async function findWallName(db: Database, id: string): Promise<WallName | null> {
  const row = await db
    .selectFrom('giving.wall_names as w')
    .innerJoin('giving.campaigns as c', 'c.id', 'w.campaign_id')
    .innerJoin('giving.donors as asked', 'asked.id', 'w.donor_id')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('asked')))
    .select([
      ...(['w.id', 'w.name', 'w.state', 'c.slug'] as const),
      ...(['w.campaign_id as campaignId', 'd.id as donorId', 'd.person_id as personId'] as const),
    ])
    .where('w.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes it public in the place of the one that this giver was named by before. */
export async function markPublic(
  tx: Tx,
  { id, donorId, campaignId }: WallName,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('giving.wall_names')
    .set({ state: 'taken_back', over_at: now })
    .where(isOf(donorId))
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'public')
    .execute();
  await tx
    .updateTable('giving.wall_names')
    .set({ state: 'public', confirmed_at: now, over_at: null })
    .where('id', '=', id)
    .execute();
}

/** Nobody sees it any more. */
export async function markOver(
  tx: Tx,
  id: string,
  { state, now }: { readonly state: 'taken_back' | 'hidden'; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('giving.wall_names').set({ state, over_at: now }).where('id', '=', id).execute();
}
