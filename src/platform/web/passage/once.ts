import { type Database, sealOf, type Tx } from '../../database/connect.ts';

/** One pressing of a form's button: the form's key, who pressed, and a digest of what was sent. */
export interface Sending {
  readonly key: string;
  readonly actor: string;
  readonly content: string;
}

/**
 * The digest of what a form sent and where to, its key left out; a file counts by its field, name and size. Made with the
 * secret: what was typed may be so short that it could be guessed from a digest that anybody can make.
 */
export function digestOf(
  db: Database,
  path: string,
  values: ReadonlyMap<string, readonly string[]>,
  uploads: ReadonlyMap<string, File> = new Map(),
): string {
  const typed = [...values].filter(([name]) => name !== 'idempotency_key');
  const sent = [path, ...typed, ...[...uploads].map(([field, { name, size }]) => [field, name, size])];
  return sealOf(db).digest(JSON.stringify(sent));
}

/**
 * Claims a write before it is done, in its transaction. A rival that is doing the same now is waited for by the
 * primary key: when it commits, its answer is ours too; when it rolls back, the write is ours to do.
 * @returns where the write that was already done had sent its sender; null when it is ours to do
 */
export async function findEarlierAnswer(
  tx: Tx,
  sending: Sending,
  about: { route: string; now: Temporal.Instant },
): Promise<string | null> {
  const claimed = await tx
    .insertInto('platform.idempotency_keys')
    .values({
      key: sending.key,
      actor: sending.actor,
      content_sha256: sending.content,
      route: about.route,
      location: '',
      created_at: about.now,
    })
    .onConflict((conflict) => conflict.columns(['key', 'actor', 'content_sha256']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return null;
  const earlier = await tx
    .selectFrom('platform.idempotency_keys')
    .select('location')
    .where('key', '=', sending.key)
    .where('actor', '=', sending.actor)
    .where('content_sha256', '=', sending.content)
    .executeTakeFirstOrThrow();
  return earlier.location;
}

/** Remembers where the sender of a write was sent; null for an answer that leads nowhere, which may be asked for again. */
export async function keepAnswer(tx: Tx, sending: Sending, location: string | null): Promise<void> {
  const { key, actor, content } = sending;
  if (location === null) {
    await tx
      .deleteFrom('platform.idempotency_keys')
      .where('key', '=', key)
      .where('actor', '=', actor)
      .where('content_sha256', '=', content)
      .execute();
    return;
  }
  await tx
    .updateTable('platform.idempotency_keys')
    .set({ location })
    .where('key', '=', key)
    .where('actor', '=', actor)
    .where('content_sha256', '=', content)
    .execute();
}
