import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { nameKeys } from '../suggest/name-keys.ts';
import type { NamedDonor } from './donor-names.ts';

/** So many at a time get their keys. */
const AT_ONCE = 1_000;
/** Among more with a name like this, nobody would find the right one. */
const MOST_ALIKE = 200;

/** Whose name, or kana, as they are now has one of these keys. @returns by id, which of their keys at least are among these */
export async function findAlikeNames(
  db: Database,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // Key by key: the planner would rather read everybody once than so many entries of the index.
  const { rows } = await sql<{ id: string; key: string }>`
    select d.id, asked.key from unnest(${[...keys]}::text[]) as asked (key) cross join lateral (
      select id from giving.donors where name_keys @> array[asked.key] and merged_into is null and forgotten_at is null
      limit ${MOST_ALIKE}) as d`.execute(db);
  const found = new Map<string, string[]>();
  for (const { id, key } of rows) found.set(id, [...(found.get(id) ?? []), key]);
  // Whoever has a new name has no keys for some minutes.
  for (const { id, name, kana } of await listWithoutKeys(db)) found.set(id, [...keysOf(name, kana)]);
  return found;
}

/** Works out the keys of names that have none yet. @returns whether more are left */
export async function keepNameKeys(db: Database): Promise<boolean> {
  const named = await listWithoutKeys(db);
  const keyed = named.map(({ id, name, kana }) => ({ id, name, kana, keys: keysOf(name, kana) }));
  // Nothing where somebody has been given another name meanwhile.
  await sql`update giving.donors d set name_keys = array(select jsonb_array_elements_text(k.keys))
    from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as k(id uuid, name text, kana text, keys jsonb)
    where d.id = k.id and d.name = k.name and d.kana is not distinct from k.kana`.execute(db);
  return named.length === AT_ONCE;
}

const keysOf = (name: string, kana: string | null): readonly string[] => [
  ...new Set([...nameKeys(name), ...nameKeys(kana ?? '')]),
];

function listWithoutKeys(db: Database): Promise<NamedDonor[]> {
  return current(db)
    .select(['id', 'name', 'kana'])
    .where('name_keys', 'is', null)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
}

const current = (db: Database) =>
  db.selectFrom('giving.donors').where('merged_into', 'is', null).where('forgotten_at', 'is', null);
