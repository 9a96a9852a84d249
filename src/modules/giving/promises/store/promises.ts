import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingPromises } from '../../../../platform/database/generated.ts';
import { allOf } from '../../donors/store/standing.ts';
import type { Fund } from '../../types.ts';
import type { MonthlyPromise } from '../types.ts';

export type NewPromise = Pick<
  MonthlyPromise,
  'donorId' | 'campaignId' | 'fund' | 'amount' | 'isAnonymous' | 'announcedAt'
>;

/** @returns the new one's id */
export async function insertPromise(tx: Tx, promise: NewPromise): Promise<string> {
  const { id } = await tx
    .insertInto('giving.promises')
    .values({
      donor_id: promise.donorId,
      campaign_id: promise.campaignId,
      fund_id: promise.fund,
      amount_jpy: promise.amount,
      is_anonymous: promise.isAnonymous,
      announced_at: promise.announcedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findPromise(db: Database, id: string): Promise<MonthlyPromise | null> {
  const row = await db.selectFrom('giving.promises').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toPromise(row) : null;
}

/** As `findPromise`; rival acts on the same promise wait for each other. */
export async function lockPromise(tx: Tx, id: string): Promise<MonthlyPromise | null> {
  const row = await tx
    .selectFrom('giving.promises')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toPromise(row) : null;
}

/** @returns the id of the promise that a subscription of the provider charges, null where there is none */
export async function findBySubscription(db: Database, subscription: string): Promise<string | null> {
  const row = await db
    .selectFrom('giving.promises')
    .select('id')
    .where('subscription', '=', subscription)
    .executeTakeFirst();
  return row?.id ?? null;
}

export type PromiseChanges = Partial<
  Pick<
    Selectable<GivingPromises>,
    | 'state'
    | 'amount_jpy'
    | 'subscription'
    | 'subscription_over_at'
    | 'began_at'
    | 'paused_until'
    | 'over_at'
    | 'untold_since'
  >
>;

export async function updatePromise(tx: Tx, id: string, changes: PromiseChanges): Promise<void> {
  await tx
    .updateTable('giving.promises')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The provider has been told how a promise stood in this version. @returns false when it has changed since */
export async function markTold(
  tx: Tx,
  { id, version }: Pick<MonthlyPromise, 'id' | 'version'>,
): Promise<boolean> {
  const told = await tx
    .updateTable('giving.promises')
    .set({ untold_since: null })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return told.numUpdatedRows > 0n;
}

/** What donors have promised, also as whoever was merged into them; the newest first, at most a hundred. */
export async function listPromisesOf(db: Database, donorIds: readonly string[]): Promise<MonthlyPromise[]> {
  const rows = await db
    .selectFrom('giving.promises')
    .selectAll()
    .where(sql<boolean>`donor_id in ${allOf(donorIds)}`)
    .where('state', '<>', 'announced')
    .where('began_at', 'is not', null)
    .orderBy('announced_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(toPromise);
}

export function toPromise(row: Selectable<GivingPromises>): MonthlyPromise {
  return {
    id: row.id,
    donorId: row.donor_id,
    campaignId: row.campaign_id,
    fund: row.fund_id as Fund,
    amount: row.amount_jpy,
    state: row.state,
    version: row.version,
    isAnonymous: row.is_anonymous,
    subscription: row.subscription,
    subscriptionOverAt: row.subscription_over_at,
    announcedAt: row.announced_at,
    beganAt: row.began_at,
    pausedUntil: row.paused_until,
    overAt: row.over_at,
    untoldSince: row.untold_since,
  };
}
