import { type RawBuilder, type Selectable, sql } from 'kysely';
import { foldName } from '../../../japanese/names.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { PeoplePersons } from '../../../platform/database/generated.ts';
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
  const list = listOf(search);
  const { rows } = await sql<Selectable<PeoplePersons> & { roles: Role[] }>`
    select p.*, array(
      select r.role from people.roles r where r.person_id = p.id and ${isHeld('r', search.on)} order by r.role) as roles
    from ${list.from} where ${list.where} and ${await isNamed(db, search.words, list, search.limit)}
    order by ${list.order} limit ${search.limit}`.execute(db);
  return rows.map(({ roles, ...row }) => ({ person: toPerson(db, row), roles }));
}

/** Ids of the people with a name, a reading or an address, in the order of lists; at most so many. */
export async function findIdsByName(db: Database, words: string, most: number): Promise<string[]> {
  const list = { ...inOrder, where: sql<boolean>`not p.is_child` };
  const { rows } = await sql<{ id: string }>`
    select p.id from ${list.from} where ${list.where} and ${await isNamed(db, words, list, most)}
    order by ${list.order} limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Some people `p`, in an order that an index has. */
interface List {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly order: RawBuilder<unknown>;
}

const inOrder = { from: sql`people.persons p`, order: sql`p.sort_key, p.id` };

function listOf({ role, on, afterId }: Search): List {
  const { from, order } = role
    ? {
        from: sql`people.roles h join people.persons p on p.id = h.person_id and h.role = ${role} and ${isHeld('h', on)}`,
        order: sql`h.sort_key, h.person_id`,
      }
    : inOrder;
  const behind = afterId
    ? sql`(${order}) > (select sort_key, id from people.persons where id = ${afterId})`
    : sql`true`;
  return {
    from,
    order,
    where: sql`not p.is_child and (p.email is not null or p.welcomed_at is not null) and ${behind}`,
  };
}

function isHeld(role: string, on: Temporal.PlainDate): RawBuilder<boolean> {
  const [since, until] = [sql.ref(`${role}.since_on`), sql.ref(`${role}.until_on`)];
  return sql`${since} <= ${on} and (${until} is null or ${until} > ${on})`;
}

/** So many are looked at in order first: of what fits very many they hold a page. */
const NEAR = 200;
/** So many are put in order at once; where more fit, one in a few dozen does, and a page of them is soon found in order. */
const FEW = 500;

/**
 * That a person `p` of a list has all of these words somewhere, so that family and given name may come in any order. Who
 * fits is looked up by the pairs of characters, unless they are many: the planner knows nothing of names (0694) and can't
 * choose. An index of pairs gives all who fit or none, so that it is not asked where the first of the list are enough.
 */
async function isNamed(
  db: Database,
  words: string,
  { from, where, order }: List,
  limit: number,
): Promise<RawBuilder<boolean>> {
  const wanted = words.split(/\s+/u).map(foldName).filter(Boolean);
  if (wanted.length === 0) return sql<boolean>`true`;
  // Not `like`: of that the planner believes that hardly anybody fits, and then reads and sorts everybody.
  const fits = sql.join(
    wanted.map((word) => sql`position(${word} in p.search_text) > 0`),
    sql` and `,
  );
  const { rows } = await sql<{ id: string }>`
    with near as materialized (
      select p.id from (select p.id, p.search_text from ${from} where ${where} order by ${order} limit ${NEAR}) as p
      where ${fits} limit ${limit}
    ), few as (
      select p.id from people.persons p
      where (select count(*) from near) < ${limit} and people.grams(p.search_text) @> ${wanted.flatMap(gramsOf)}::text[] and ${fits}
      limit ${FEW + 1}
    )
    select id from near where (select count(*) from near) = ${limit} union all select id from few`.execute(
    db,
  );
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
