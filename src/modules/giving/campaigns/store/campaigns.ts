import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, readDay, readInstant, type Tx } from '../../../../platform/database/connect.ts';
import type { GivingCampaigns } from '../../../../platform/database/generated.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { ask, type Question, rowsOf } from '../../../../platform/database/questions.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Campaign, FormerGoal } from '../types.ts';

/** What its writer says of a campaign. */
export type WrittenCampaign = Omit<Campaign, 'id' | 'publishedAt' | 'version'>;

/** @returns the new one's id, or null where another campaign has its address */
export async function insertCampaign(tx: Tx, campaign: WrittenCampaign): Promise<string | null> {
  const written = await tx
    .insertInto('giving.campaigns')
    .values(toRow(campaign))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

/** @param now when its goal becomes what it is; one that was public before is kept */
export async function updateCampaign(
  tx: Tx,
  id: string,
  campaign: WrittenCampaign,
  now: Temporal.Instant,
): Promise<void> {
  const goal = sql<boolean>`(goal_jpy, goal_supporters) is distinct from (${campaign.goal.jpy}::bigint, ${campaign.goal.supporters}::integer)`;
  await tx
    .updateTable('giving.campaigns')
    .set((eb) => ({
      ...toRow(campaign),
      goal_set_at: sql`case when ${goal} then ${now}::timestamptz else goal_set_at end`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function markPublished(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('giving.campaigns')
    .set((eb) => ({ published_at: now, goal_set_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute();
}

function toRow(campaign: WrittenCampaign): Insertable<GivingCampaigns> {
  return {
    slug: campaign.slug,
    begins_on: campaign.beginsOn,
    ends_on: campaign.endsOn,
    goal_jpy: campaign.goal.jpy,
    goal_supporters: campaign.goal.supporters,
    tiers: [...campaign.tiers],
    texts: JSON.stringify(campaign.texts),
    machine_made: [...campaign.machineMade],
  };
}

/** @returns null where there is none */
export async function findCampaign(
  db: Database,
  by: { id: string } | { slug: string },
): Promise<Campaign | null> {
  const row = await db
    .selectFrom('giving.campaigns')
    .selectAll()
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('slug', '=', by.slug)))
    .executeTakeFirst();
  return row ? toCampaign(row) : null;
}

/** The same, until the transaction ends nobody else's to change. */
export async function lockCampaign(tx: Tx, id: string): Promise<Campaign | null> {
  const row = await tx
    .selectFrom('giving.campaigns')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toCampaign(row) : null;
}

/** Those that everybody may see, the newest first; one a year or two, so that all of them are few. */
export async function listPublicCampaigns(db: Database): Promise<Campaign[]> {
  return (await ask(db, askPublicCampaigns(db))).map(toCampaign);
}

/** The same for a trip with others, as rows for `toCampaign`. */
export function askPublicCampaigns(db: Database): Question<Selectable<GivingCampaigns>[]> {
  const campaigns = db
    .selectFrom('giving.campaigns')
    .selectAll()
    .where('published_at', 'is not', null)
    .orderBy('begins_on', 'desc')
    .orderBy('id');
  const times = { begins_on: readDay, ends_on: readDay, published_at: readInstant, goal_set_at: readInstant };
  return rowsOf(campaigns, times);
}

/** All of them by their first day, the newest first. */
export async function listCampaigns(db: Database, window: Window): Promise<Page<Campaign>> {
  const found = await db
    .selectFrom('giving.campaigns as c')
    .selectAll()
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(c.begins_on, c.id) < (select begins_on, id from giving.campaigns where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('c.begins_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map(toCampaign), next };
}

/** Its goals before today's, the first that was public first. */
export async function listFormerGoals(db: Database, campaignId: string): Promise<FormerGoal[]> {
  const rows = await db
    .selectFrom('giving.former_goals')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    jpy: row.goal_jpy,
    supporters: row.goal_supporters,
    heldUntil: row.held_until,
  }));
}

export function toCampaign(row: Selectable<GivingCampaigns>): Campaign {
  return {
    id: row.id,
    slug: row.slug,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    goal: { jpy: row.goal_jpy, supporters: row.goal_supporters },
    tiers: row.tiers.map(Number),
    texts: row.texts as Campaign['texts'],
    machineMade: row.machine_made as Locale[],
    publishedAt: row.published_at,
    version: row.version,
  };
}
