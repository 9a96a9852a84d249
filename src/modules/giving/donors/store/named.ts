import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';

/** What donors `d` are found by: as its index says it. */
const TOLD = sql`lower(d.name || ' ' || coalesce(d.kana, '') || ' ' || coalesce(d.email, ''))`;
const STANDS = sql`d.merged_into is null and d.forgotten_at is null`;

/** So many of the last to be entered are looked at first: of what very many have they hold a page. */
const NEAR = 200;

/** Whether the donor `d` has these words in their name, kana or mail address, of whatever case. */
export function isNamed(words: string): RawBuilder<boolean> {
  return sql<boolean>`position(${words.toLowerCase()} in ${TOLD}) > 0`;
}

/**
 * Ids of donors who stand and have these words, at most so many: looked up by pairs of characters. The planner knows nothing of
 * names and can't choose.
 */
export async function findNamed(db: Database, words: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from giving.donors d
    where ${STANDS} and people.grams(${TOLD}) @> ${gramsOf(words.toLowerCase())}::text[] and ${isNamed(words)}
    limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The same as a condition for a page of a list of donors, the last to be entered first, of so many rows. */
export async function namedForPage(
  db: Database,
  words: string,
  { most, limit }: { readonly most: number; readonly limit: number },
): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ id: string }>`
    select d.id from (
      select * from giving.donors d where ${STANDS} order by d.created_at desc, d.id desc limit ${NEAR}) as d
    where ${isNamed(words)} limit ${limit}`.execute(db);
  // Where so many of the last have them, a page is soon found in order.
  if (rows.length === limit) return isNamed(words);
  const ids = await findNamed(db, words, most + 1);
  return ids.length > most ? isNamed(words) : sql<boolean>`d.id = any(${ids}::uuid[])`;
}

/** The pairs of characters of some words, as `people.grams` has them; a single character for itself. */
function gramsOf(words: string): string[] {
  const characters = [...words];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
}
