import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { isResidentInNone, selectApplications, toApplication } from '../../applications/store.ts';
import { TOGETHER } from '../../pair/life.ts';
import type { Application } from '../../types.ts';
import type { Chances } from '../shortening.ts';

const found = sealedColumn('pairs.chances.found');

/** What was counted for a resident, and when. */
export interface Counted {
  /** Null where nobody knows where they live, or they are stopped. */
  readonly chances: Chances | null;
  readonly countedAt: Temporal.Instant;
}

/** What is kept of an application as it is now; null where it was not counted yet, or has changed since. */
export async function findCounted(
  db: Database,
  { id, version }: Pick<Application, 'id' | 'version'>,
): Promise<Counted | null> {
  const row = await db
    .selectFrom('pairs.chances')
    .select(['found', 'counted_at'])
    .where('application_id', '=', id)
    .where('of_version', '=', version)
    .executeTakeFirst();
  if (!row) return null;
  const chances = row.found && found.read(db, id, row.found, z.custom<Chances>());
  return { chances, countedAt: row.counted_at };
}

/** Keeps what was counted, in place of what was; nothing of an application that is no more. */
export async function keepCounted(
  tx: Tx,
  { id, version }: Pick<Application, 'id' | 'version'>,
  { chances, countedAt }: Counted,
): Promise<void> {
  const sealed = chances && found.seal(tx, id, JSON.stringify(chances));
  await sql`
    insert into pairs.chances (application_id, of_version, found, counted_at)
    select id, ${version}::integer, ${sealed}::platform.sealed_text, ${countedAt}::timestamptz
    from pairs.applications where id = ${id}
    on conflict (application_id) do update
      set of_version = excluded.of_version, found = excluded.found, counted_at = excluded.counted_at`.execute(
    tx,
  );
}

/**
 * Residents who wait, as far as they know, and of whom nothing is kept, or what is too old, or of an application that has
 * changed; at most so many, the oldest first. What is proposed behind their backs changes nothing of when they are counted.
 */
export async function listToCount(
  db: Database,
  { before, most }: { readonly before: Temporal.Instant; readonly most: number },
): Promise<Application[]> {
  const rows = await selectApplications(db)
    .leftJoin('pairs.chances as c', 'c.application_id', 'a.id')
    .where('a.side', '=', 'resident')
    .where('a.state', '=', 'ready')
    .where(
      sql<boolean>`(c.application_id is null or c.of_version <> a.version or c.counted_at < ${before}::timestamptz)`,
    )
    .where(isResidentInNone(['offered', ...TOGETHER]))
    .orderBy('c.counted_at', (order) => order.asc().nullsFirst())
    .orderBy('a.id')
    .limit(most)
    .execute();
  return rows.map((row) => toApplication(db, row));
}
