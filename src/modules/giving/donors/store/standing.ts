import { type RawBuilder, sql } from 'kysely';

/**
 * Who somebody is by now: the one that they were merged into, or they themselves. Nobody who stands was merged, so that one
 * step is enough.
 * @param donors the table's name in the query
 */
export const standing = (donors: string): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(`${donors}.merged_into`)}, ${sql.ref(`${donors}.id`)})`;

/**
 * The ids of donors who stand and of whoever was merged into them: what is theirs was written under any of these.
 * @param donorIds their ids, or an expression for them
 */
export function allOf(donorIds: readonly string[] | RawBuilder<unknown>): RawBuilder<unknown> {
  const ids = Array.isArray(donorIds) ? sql`${[...donorIds]}::uuid[]` : donorIds;
  return sql`(select one.id from giving.donors one where one.id = any(${ids}) or one.merged_into = any(${ids}))`;
}
