import { sql } from 'kysely';
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
    .where((is) => is.or([is('p.email', 'is not', null), is('p.welcomed_at', 'is not', null)]));
  // Each word must be found somewhere, so that family and given name may come in any order.
  for (const pattern of patternsOf(search.words)) query = query.where('p.search_text', 'like', pattern);
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
  let query = db.selectFrom('people.persons').select('id').where('is_child', '=', false);
  for (const pattern of patternsOf(words)) query = query.where('search_text', 'like', pattern);
  const rows = await query.orderBy('sort_key').orderBy('id').limit(most).execute();
  return rows.map(({ id }) => id);
}

function patternsOf(words: string): string[] {
  const folded = words.split(/\s+/u).map(foldName).filter(Boolean);
  return folded.map((word) => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`);
}
