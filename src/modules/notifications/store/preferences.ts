import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Preferences, type QuietHours, USUAL_QUIET_HOURS } from '../types.ts';

/** What somebody has chosen; the usual for who hasn't. */
export async function findPreferences(db: Database, personId: string): Promise<Preferences> {
  const rows = await db
    .selectFrom('notifications.opt_outs')
    .select('kind_group')
    .where('person_id', '=', personId)
    .where('channel', '=', 'mail')
    .execute();
  const quiet = await db
    .selectFrom('notifications.quiet_hours')
    .select(['from_hour as fromHour', 'until_hour as untilHour'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    unwanted: new Set(rows.map((row) => row.kind_group)),
    quiet: quiet ?? USUAL_QUIET_HOURS,
  };
}

/** Notes that somebody wants no mail of a group. */
export async function insertOptOut(
  tx: Tx,
  optOut: { personId: string; group: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('notifications.opt_outs')
    .values({ person_id: optOut.personId, kind_group: optOut.group, channel: 'mail', since_at: optOut.now })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind_group', 'channel']).doNothing())
    .execute();
}

/** Forgets that somebody wanted no mail of some groups. */
export async function deleteOptOuts(tx: Tx, personId: string, groups: readonly string[]): Promise<void> {
  if (groups.length === 0) return;
  await tx
    .deleteFrom('notifications.opt_outs')
    .where('person_id', '=', personId)
    .where('kind_group', 'in', groups)
    .execute();
}

/** Sets somebody's quiet hours. */
export async function upsertQuietHours(
  tx: Tx,
  personId: string,
  quiet: QuietHours,
  now: Temporal.Instant,
): Promise<void> {
  const hours = { from_hour: quiet.fromHour, until_hour: quiet.untilHour, changed_at: now };
  await tx
    .insertInto('notifications.quiet_hours')
    .values({ person_id: personId, ...hours })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(hours))
    .execute();
}
