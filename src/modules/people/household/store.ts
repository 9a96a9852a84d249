import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { HouseholdMember, Relation } from '../types.ts';

/** The others in somebody's household, the oldest children first, then by name. Empty for somebody without one. */
export async function listHousehold(db: Database, personId: string): Promise<HouseholdMember[]> {
  const rows = await db
    .selectFrom('people.household_members as own')
    .innerJoin('people.household_members as m', 'm.household_id', 'own.household_id')
    .innerJoin('people.persons as p', 'p.id', 'm.person_id')
    .select(['m.person_id', 'm.household_id', 'm.relation', 'm.birth_month', 'p.name', 'p.is_child'])
    .where('own.person_id', '=', personId)
    .where('m.person_id', '<>', personId)
    .orderBy('m.birth_month')
    .orderBy('p.sort_key')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    householdId: row.household_id,
    name: row.name,
    relation: row.relation as Relation | 'self',
    isChild: row.is_child,
    birthMonth: row.birth_month,
  }));
}

/** The household of each of these people; who has none is not in the map. */
export async function findHouseholdIds(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.household_members')
    .select(['person_id', 'household_id'])
    .where('person_id', 'in', [...personIds])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.household_id]));
}

/** Makes a household with its keeper. */
export async function insertHousehold(tx: Tx, keeperId: string, now: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto('people.households')
    .values({ created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertMember(tx, { personId: keeperId, householdId: id, relation: 'self', birthMonth: null });
  return id;
}

export async function insertMember(
  tx: Tx,
  member: Pick<HouseholdMember, 'personId' | 'householdId' | 'relation' | 'birthMonth'>,
): Promise<void> {
  await tx
    .insertInto('people.household_members')
    .values({
      person_id: member.personId,
      household_id: member.householdId,
      relation: member.relation,
      birth_month: member.birthMonth,
    })
    .execute();
}

/**
 * Takes a member without an account of their own out of a household, and deletes what was known of them.
 * @returns whether there was one
 */
export async function deleteMember(tx: Tx, personId: string, householdId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('people.household_members as m')
    .using('people.persons as p')
    .whereRef('p.id', '=', 'm.person_id')
    .where('m.person_id', '=', personId)
    .where('m.household_id', '=', householdId)
    .where('p.email', 'is', null)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return false;
  await tx.deleteFrom('people.persons').where('id', '=', personId).execute();
  return true;
}
