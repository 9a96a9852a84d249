import {
  addMember,
  createPerson,
  type Person,
  type Relation,
  type WholePerson,
} from '../../modules/people/index.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { done } from '../../platform/parts/demonstration.ts';
import { dayOf } from '../days.ts';

/** Somebody who lives with the resident. */
export interface Relative {
  readonly name: string;
  readonly relation: Relation;
  /** Of a child: how old, in whole months. */
  readonly ageMonths?: number;
}

export interface ResidentToBe extends Partial<WholePerson> {
  readonly now: Temporal.Instant;
  readonly household?: readonly Relative[];
}

/**
 * A resident as they would be after signing in and filling in their profile.
 * @param whole everything has a first value; `now` is when they came
 */
export async function buildResident(tx: Tx, whole: ResidentToBe): Promise<Person> {
  const { household = [], ...details } = whole;
  const resident = await createPerson(tx, { name: 'Sita', roles: ['resident'], ...details });
  for (const relative of household) await addRelative(tx, resident, { relative, now: whole.now });
  return resident;
}

async function addRelative(
  tx: Tx,
  keeper: Person,
  add: { relative: Relative; now: Temporal.Instant },
): Promise<void> {
  const { name, relation, ageMonths } = add.relative;
  const bornOn = ageMonths === undefined ? null : dayOf(add.now).subtract({ months: ageMonths });
  const born = { year: bornOn?.year ?? null, month: bornOn?.month ?? null };
  done(await addMember(tx, keeper, { member: { name, relation, born }, now: add.now }), `a home for ${name}`);
}
