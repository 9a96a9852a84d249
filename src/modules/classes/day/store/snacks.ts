import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { FOODS, type Food } from '../../children/types.ts';

/** Something to eat, with what is in it. */
export interface Snack {
  readonly id: string;
  readonly name: string;
  readonly foods: readonly Food[];
}

/** Nobody serves more on one day. */
const MOST = 30;

export async function listSnacks(db: Database, sessionId: string): Promise<Snack[]> {
  const rows = await db
    .selectFrom('classes.snacks')
    .select(['id', 'name', 'foods'])
    .where('session_id', '=', sessionId)
    .orderBy('added_at')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(({ id, name, foods }) => ({
    id,
    name,
    foods: FOODS.filter((food) => foods.includes(food)),
  }));
}

export async function insertSnack(
  tx: Tx,
  sessionId: string,
  snack: Omit<Snack, 'id'> & { readonly byPersonId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { name, foods, byPersonId, now } = snack;
  await tx
    .insertInto('classes.snacks')
    .values({ session_id: sessionId, name, foods: [...foods], added_by: byPersonId, added_at: now })
    .execute();
}

export async function deleteSnack(tx: Tx, sessionId: string, id: string): Promise<void> {
  await tx.deleteFrom('classes.snacks').where('session_id', '=', sessionId).where('id', '=', id).execute();
}
