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

/** Who reads a list, and as what. */
interface ReaderInShort {
  readonly personId: string;
  /** A coordinator with the second factor, who sees every request at the desk. */
  readonly isAtDesk: boolean;
}

/**
 * Those of these requests that the reader has to do with now, by id; one query. The requester; the volunteer who said
 * yes; whoever is asked, while it is open: nobody has said yes then, so they read the first possible time. What somebody
 * was told of before says nothing any more once the tie has ended: another's visit is not theirs to know.
 */
export async function listInShort(
  db: Database,
  ids: readonly string[],
  reader: ReaderInShort,
): Promise<ReadonlyMap<string, RequestInShort>> {
  if (ids.length === 0) return new Map();
  const { personId, isAtDesk } = reader;
  const { rows } = await sql<RequestInShort>`
    select r.id, r.category, r.municipality_code as "municipalityCode",
      coalesce(a.starts_at,
        (select min(p.starts_at) from spot.possible_times p where p.request_id = r.id)) as at
    from spot.support_requests r
    left join spot.assignments a on a.request_id = r.id and (a.is_active or a.ended_because = 'fulfilled')
    where r.id = any(${[...new Set(ids)]}::uuid[]) and (
      ${isAtDesk} or r.requester_id = ${personId}::uuid
      or (a.volunteer_id = ${personId}::uuid and r.forgotten_at is null)
      or (r.state = 'open' and exists (
        select from spot.offers o
        where o.request_id = r.id and o.volunteer_id = ${personId}::uuid and o.state = 'asked')))`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
