import type { Database, Tx } from '../../../../platform/database/connect.ts';

/** Every pair that runs or rests, the one that began first before the others. */
export async function listRunning(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.pairs')
    .select('id')
    .where('state', 'in', ['active', 'paused'])
    .orderBy('started_on')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Pairs that run and whose last day is before a day. */
export async function listDue(db: Database, today: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.pairs')
    .select('id')
    .where('state', '=', 'active')
    .where('ends_on', '<=', today)
    .orderBy('ends_on')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** When an act was done to a pair, the first time first. */
export async function listTimesOf(tx: Tx, pairId: string, act: string): Promise<Temporal.Instant[]> {
  const rows = await tx
    .selectFrom('pairs.steps')
    .select('at')
    .where('pair_id', '=', pairId)
    .where('act', '=', act)
    .orderBy('id')
    .execute();
  return rows.map(({ at }) => at);
}

/** Of how many of its months it has been told that they are over. */
export async function readMonthsTold(tx: Tx, pairId: string): Promise<number> {
  const row = await tx
    .selectFrom('pairs.pairs')
    .select('months_told')
    .where('id', '=', pairId)
    .executeTakeFirstOrThrow();
  return row.months_told;
}

export async function writeMonthsTold(tx: Tx, pairId: string, months: number): Promise<void> {
  await tx.updateTable('pairs.pairs').set({ months_told: months }).where('id', '=', pairId).execute();
}
