import { type Selectable, sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { AuditSeals } from '../../database/generated.ts';
import type { Head, Link } from './follow.ts';
import type { Seal } from './marks.ts';

/** The end of the chain as the database says it. */
export async function readEnd(db: Database): Promise<Head> {
  return db.selectFrom('audit.chain').select(['position', 'hash']).executeTakeFirstOrThrow();
}

/** The entries after a position, in order, at most so many. `outside`: how many among them stand in no chain. */
export async function listLinks(
  db: Database,
  range: { readonly after: number; readonly upTo: number; readonly most: number },
): Promise<{ links: Link[]; outside: number }> {
  // The content is spelled out here, with what PostgreSQL itself has: see `follow`.
  const { rows } = await sql<Link & { id: number }>`
    select id, position, hash, pg_catalog.jsonb_build_array(
      id, extract(epoch from at), actor_id, actor_role, action, object_kind, object_id, subject_id, outcome, detail
    )::text as content
    from audit.entries where position > ${range.after} and position <= ${range.upTo}
    order by position limit ${range.most}`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { links: rows, outside: 0 };
  const { outside } = await db
    .selectFrom('audit.entries')
    .select(({ fn }) => fn.countAll<number>().as('outside'))
    .where('id', '>=', Math.min(...ids))
    .where('id', '<=', Math.max(...ids))
    .where('position', 'is', null)
    .executeTakeFirstOrThrow();
  return { links: rows, outside };
}

/** Whether an entry that stands in no chain was put behind the last one that does. */
export async function isFollowedByOutside(db: Database, last: Head): Promise<boolean> {
  const { rows } = await sql`select from audit.entries where position is null
    and id > coalesce((select id from audit.entries where position = ${last.position}), 0) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** The stored hashes at some positions. */
export async function findHashes(
  db: Database,
  positions: readonly number[],
): Promise<ReadonlyMap<number, Buffer>> {
  const rows = await db
    .selectFrom('audit.entries')
    .select(['position', 'hash'])
    .where('position', '=', sql<never>`any(${positions}::bigint[])`)
    .execute();
  return new Map(rows.flatMap(({ position, hash }) => (position && hash ? [[position, hash]] : [])));
}

/** The seal of the highest position; of several keys, one with the name given first. */
export async function findNewestSeal(db: Database, keyName: string): Promise<Seal | null> {
  const row = await db
    .selectFrom('audit.seals')
    .selectAll()
    .orderBy('position', 'desc')
    .orderBy(sql`key_name = ${keyName}`, 'desc')
    .executeTakeFirst();
  return row ? toSeal(row) : null;
}

/** All seals after one position and up to another, in order. */
export async function listSeals(db: Database, after: number, upTo: number): Promise<Seal[]> {
  const rows = await db
    .selectFrom('audit.seals')
    .selectAll()
    .where('position', '>', after)
    .where('position', '<=', upTo)
    .orderBy('position')
    .execute();
  return rows.map(toSeal);
}

/** Keeps seals; one that is there stays as it is. */
export async function insertSeals(db: Database, seals: readonly Seal[]): Promise<void> {
  const rows = seals.map(({ keyName, ...seal }) => ({ ...seal, key_name: keyName }));
  if (rows.length === 0) return;
  await db
    .insertInto('audit.seals')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['position', 'key_name']).doNothing())
    .execute();
}

/** How far the checks have come; null before the first. */
export interface Progress {
  readonly checkedAt: Temporal.Instant;
  /** Up to where the round through the whole chain has come; null at its beginning. */
  readonly round: Head | null;
  readonly roundEndedAt: Temporal.Instant | null;
}

export async function readProgress(db: Database): Promise<Progress | null> {
  const row = await db.selectFrom('audit.checks').selectAll().executeTakeFirst();
  if (!row) return null;
  const round = row.round_hash ? { position: row.round_position, hash: row.round_hash } : null;
  return { checkedAt: row.checked_at, round, roundEndedAt: row.round_ended_at };
}

export async function saveProgress(db: Database, progress: Progress): Promise<void> {
  const row = {
    checked_at: progress.checkedAt,
    round_position: progress.round?.position ?? 0,
    round_hash: progress.round?.hash ?? null,
    round_ended_at: progress.roundEndedAt,
  };
  await db
    .insertInto('audit.checks')
    .values(row)
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet(row))
    .execute();
}

function toSeal(row: Selectable<AuditSeals>): Seal {
  return { position: row.position, hash: row.hash, at: row.at, keyName: row.key_name, mark: row.mark };
}
