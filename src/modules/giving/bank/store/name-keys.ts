import { sql } from 'kysely';
import { normalName } from '../../../../japanese/payer-name.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { standing } from '../../donors/store/standing.ts';
import { nameKeys, sameNameKey } from '../suggest/name-keys.ts';

/** So many at a time get their keys. */
const AT_ONCE = 1_000;
/** Among more with a name like this, nobody would find the right one. */
const MOST_ALIKE = 200;

/**
 * Whose name, or kana, has one of these keys, as they are called now or were when they were merged: who they are by now.
 * @returns by id, which of their keys at least are among these
 */
export async function findAlikeNames(
  db: Database,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await listByKeys(db, [...keys]);
  // Whoever has a new name has no keys for some minutes.
  const unkeyed = await withoutKeys(db).limit(AT_ONCE).execute();
  const all = [
    ...found,
    ...unkeyed.flatMap(({ donor_id, name, kana }) => keysOf(name, kana).map((key) => ({ donor_id, key }))),
  ];
  const byDonor = Map.groupBy(all, ({ donor_id }) => donor_id);
  return new Map([...byDonor].map(([id, its]) => [id, its.map(({ key }) => key)]));
}

/** The same of all whose name is one of these as banks write it. @param names normal ones @returns by name */
export async function findDonorsByNames(
  db: Database,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  const add = (name: string, donorId: string) => found.set(name, (found.get(name) ?? new Set()).add(donorId));
  const nameOf = new Map([...names].map((name) => [sameNameKey(name), name]));
  for (const { key, donor_id } of await listByKeys(db, [...nameOf.keys()]))
    add(nameOf.get(key) ?? '', donor_id);
  if (names.size > 0)
    for (const { donor_id, name, kana } of await withoutKeys(db).execute())
      for (const normal of [normalName(name), normalName(kana ?? '')])
        if (names.has(normal)) add(normal, donor_id);
  return found;
}

/** Works out the keys of names that have none yet. @returns whether more are left */
export async function keepNameKeys(db: Database): Promise<boolean> {
  const named = await withoutKeys(db).limit(AT_ONCE).execute();
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

async function listByKeys(
  db: Database,
  keys: readonly string[],
): Promise<readonly { readonly donor_id: string; readonly key: string }[]> {
  // Key by key: the planner would rather read everybody once than so many entries of the index.
  const { rows } = await sql<{ donor_id: string; key: string }>`
    select ${standing('d')} as donor_id, asked.key from unnest(${[...keys]}::text[]) as asked (key) cross join lateral (
      select id, merged_into from giving.donors where name_keys @> array[asked.key] and forgotten_at is null
      limit ${MOST_ALIKE}) as d`.execute(db);
  return rows;
}

const withoutKeys = (db: Database) =>
  db
    .selectFrom('giving.donors as d')
    .select(['d.id', 'd.name', 'd.kana', standing('d').as('donor_id')])
    .where('d.name_keys', 'is', null)
    .where('d.forgotten_at', 'is', null)
    .orderBy('d.id');
