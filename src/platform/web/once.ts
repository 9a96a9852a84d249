import type { Tx } from '../database/connect.ts';

/**
 * Where a write that was already done had sent its sender.
 * @returns null when it wasn't done yet; a rival that is doing it now is waited for by the primary key
 */
export async function findEarlierAnswer(tx: Tx, who: { key: string; actor: string }): Promise<string | null> {
  const found = await tx
    .selectFrom('platform.idempotency_keys')
    .select('location')
    .where('key', '=', who.key)
    .where('actor', '=', who.actor)
    .executeTakeFirst();
  return found?.location ?? null;
}

/** Remembers, in the transaction of the write itself, where its sender was sent. */
export async function keepAnswer(
  tx: Tx,
  done: { key: string; actor: string; route: string; location: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('platform.idempotency_keys')
    .values({
      key: done.key,
      actor: done.actor,
      route: done.route,
      location: done.location,
      created_at: done.now,
    })
    .execute();
}
