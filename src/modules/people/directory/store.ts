import { type RawBuilder, sql } from 'kysely';
import { foldName } from '../../../japanese/names.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Role } from '../../../platform/permissions.ts';
import { toPerson } from '../persons/store.ts';
import type { Person } from '../types.ts';

export interface Search {
  /** Part of a name, a reading or an address; empty for everybody. */
  readonly words: string;
  readonly role: Role | null;
  /** The day on which the role is held. */
  readonly on: Temporal.PlainDate;
  /** The last person of the page before. */
  readonly afterId: string | null;
  readonly limit: number;
}

export interface FoundPerson {
  readonly person: Person;
  readonly roles: readonly Role[];
}

/**
 * People by name, reading or address, in the order of lists (kana first by the fifty sounds, see `sortKey`). Children
 * are found through their household, not here.
 */
export async function searchPersons(db: Database, search: Search): Promise<FoundPerson[]> {
  const holds = sql<boolean>`r.since_on <= ${search.on} and (r.until_on is null or r.until_on > ${search.on})`;
  let query = db
    .selectFrom('people.persons as p')
    .selectAll('p')
    .select(
      sql<
        Role[]
      >`array(select r.role from people.roles r where r.person_id = p.id and ${holds} order by r.role)`.as(
        'roles',
      ),
    )
    .where('p.is_child', '=', false)
    .where((is) => is.or([is('p.email', 'is not', null), is('p.welcomed_at', 'is not', null)]))
    .where(await isNamed(db, search.words));
  if (search.role) {
    const { role } = search;
    query = query.where(
      sql<boolean>`exists (select from people.roles r where r.person_id = p.id and r.role = ${role} and ${holds})`,
    );
  }
  if (search.afterId) {
    const { afterId } = search;
    query = query.where(
      sql<boolean>`(p.sort_key, p.id) > (select sort_key, id from people.persons where id = ${afterId})`,
    );
  }
  const rows = await query.orderBy('p.sort_key').orderBy('p.id').limit(search.limit).execute();
  return rows.map(({ roles, ...row }) => ({ person: toPerson(db, row), roles }));
}

/** Ids of the people with a name, a reading or an address, in the order of lists; at most so many. */
export async function findIdsByName(db: Database, words: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('people.persons as p')
    .select('p.id')
    .where('p.is_child', '=', false)
    .where(await isNamed(db, words))
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** So many are put in order at once; where more fit, one in a few dozen does, and a page of them is soon found in order. */
const FEW = 500;

/**
 * That a person `p` has all of these words somewhere, so that family and given name may come in any order. Who fits is
 * looked up by the pairs of characters, unless they are many: the planner knows nothing of names (0694) and can't choose.
 */
async function isNamed(db: Database, words: string): Promise<RawBuilder<boolean>> {
  const wanted = words.split(/\s+/u).map(foldName).filter(Boolean);
  if (wanted.length === 0) return sql<boolean>`true`;
  // Not `like`: of that the planner believes that hardly anybody fits, and then reads and sorts everybody.
  const fits = sql.join(
    wanted.map((word) => sql`position(${word} in p.search_text) > 0`),
    sql` and `,
  );
  const { rows } = await sql<{ id: string }>`
    select p.id from people.persons p
    where people.grams(p.search_text) @> ${wanted.flatMap(gramsOf)}::text[] and ${fits}
    limit ${FEW + 1}`.execute(db);
  const ids = rows.map(({ id }) => id);
  return ids.length > FEW ? sql<boolean>`(${fits})` : sql<boolean>`p.id = any(${ids}::uuid[])`;
}

/** The pairs of characters of a word, as `people.grams` has them; a single character for itself. */
function gramsOf(word: string): string[] {
  const characters = [...word];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
}
