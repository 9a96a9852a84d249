import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Category } from '../../types.ts';

/** A request in a line: by this its people tell it from their others. Nobody's name, words or address. */
export interface RequestInShort {
  readonly id: string;
  readonly category: Category;
  /** JIS code; null when nobody travels. */
  readonly municipalityCode: string | null;
  /** When they meet; before somebody has said yes, the first possible time; null once the times are forgotten. */
  readonly at: Temporal.Instant | null;
}

/** @returns those of these requests that there are, by id; one query */
export async function listInShort(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestInShort>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('spot.support_requests as r')
    .select(['r.id', 'r.category', 'r.municipality_code as municipalityCode'])
    .select(
      sql<Temporal.Instant | null>`coalesce(
        (select a.starts_at from spot.assignments a where a.request_id = r.id and a.is_active),
        (select min(p.starts_at) from spot.possible_times p where p.request_id = r.id))`.as('at'),
    )
    .where('r.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
