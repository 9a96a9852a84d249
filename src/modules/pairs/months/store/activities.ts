import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Month } from '../rules/calendar.ts';
import type { Activity } from '../types.ts';

export interface NewActivity extends Omit<Activity, 'id'> {
  readonly pairId: string;
  readonly now: Temporal.Instant;
}

/** Written again by the same, of the same day and kind, it is the same: only how long may be new. */
export async function insertActivity(tx: Tx, activity: NewActivity): Promise<void> {
  const { minutes } = activity;
  await tx
    .insertInto('pairs.activities')
    .values({
      pair_id: activity.pairId,
      author_id: activity.writtenBy,
      kind: activity.kind,
      happened_on: activity.happenedOn,
      month: activity.month,
      minutes,
      written_at: activity.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['pair_id', 'happened_on', 'kind', 'author_id'])
        .doUpdateSet((eb) => ({ minutes: eb.fn.coalesce('excluded.minutes', 'pairs.activities.minutes') })),
    )
    .execute();
}

/** @returns whether there was one of theirs */
export async function updateMinutes(
  tx: Tx,
  {
    pairId,
    id,
    writtenBy,
    minutes,
  }: Pick<NewActivity, 'pairId' | 'writtenBy'> & { id: string; minutes: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pairs.activities')
    .set({ minutes })
    .where('id', '=', id)
    .where('pair_id', '=', pairId)
    .where('author_id', '=', writtenBy)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns whether there was one of theirs */
export async function deleteActivity(
  tx: Tx,
  { pairId, id, writtenBy }: Pick<NewActivity, 'pairId' | 'writtenBy'> & { id: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('pairs.activities')
    .where('id', '=', id)
    .where('pair_id', '=', pairId)
    .where('author_id', '=', writtenBy)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What the two of a pair wrote down, the latest day first; at most five hundred. */
export async function listActivities(db: Database, pairId: string): Promise<Activity[]> {
  const rows = await db
    .selectFrom('pairs.activities')
    .selectAll()
    .where('pair_id', '=', pairId)
    .orderBy('happened_on', 'desc')
    .orderBy('written_at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    writtenBy: row.author_id,
    kind: row.kind,
    happenedOn: row.happened_on,
    month: row.month as Month,
    minutes: row.minutes,
  }));
}
