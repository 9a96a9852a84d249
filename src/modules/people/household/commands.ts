import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { insertPerson, lockPerson } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import type { Person, Relation } from '../types.ts';
import { isMinor, MOST_MEMBERS, readBirthMonth, type TypedMonth } from './rules.ts';
import { deleteMember, findHouseholdIds, insertHousehold, insertMember, listHousehold } from './store.ts';

export interface NewMember {
  readonly name: string;
  readonly relation: Relation;
  readonly born: TypedMonth;
}

/**
 * Adds somebody to the household of the person who keeps it; the household is made with its first member. The new
 * person has no address and never signs in. Refuses a child without month of birth, and a thirteenth member.
 * @returns the id of the new person
 */
export async function addMember(
  tx: Tx,
  keeper: Person,
  add: { member: NewMember; now: Temporal.Instant },
): Promise<Outcome<string>> {
  const today = dayInJapan(add.now);
  const { name, relation, born } = add.member;
  const birthMonth = readBirthMonth(relation, born, today);
  if (!birthMonth.ok) return birthMonth;
  await lockPerson(tx, keeper.id);
  const known = await listHousehold(tx, keeper.id);
  if (known.length + 1 >= MOST_MEMBERS) return refuse('household_is_full', { most: MOST_MEMBERS }, 'name');
  const householdId =
    (await findHouseholdIds(tx, [keeper.id])).get(keeper.id) ??
    (await insertHousehold(tx, keeper.id, add.now));
  const isChild = birthMonth.value !== null && isMinor(birthMonth.value, today);
  const { id } = await insertPerson(tx, { name, isChild, locale: keeper.locale, createdAt: add.now });
  await insertMember(tx, { personId: id, householdId, relation, birthMonth: birthMonth.value });
  return accept(id);
}

/** Takes somebody out of one's own household; refuses anybody else, and people who sign in themselves. */
export async function removeMember(tx: Tx, keeperId: string, memberId: string): Promise<Outcome<null>> {
  const householdId = (await findHouseholdIds(tx, [keeperId])).get(keeperId);
  if (!householdId || memberId === keeperId) return refuse('member_is_unknown');
  return (await deleteMember(tx, memberId, householdId)) ? accept(null) : refuse('member_is_unknown');
}
