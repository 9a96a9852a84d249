import type { Tx } from '../../../platform/database/connect.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import {
  type Demonstration,
  done,
  type InventedPerson,
  type InventedWorld,
  type Step,
} from '../../../platform/parts/demonstration.ts';
import { addMember } from '../household/commands.ts';
import { findPerson } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import { replaceSharedFields } from '../sharing/store.ts';
import type { Relation, SharedField } from '../types.ts';
import rows from './households.json' with { type: 'json' };

/** Somebody who lives with whoever keeps the household. */
export interface Relative {
  readonly name: string;
  readonly relation: Relation;
  /** Of a child: how old, in whole months. */
  readonly ageMonths?: number;
}

const HOUSEHOLDS: Readonly<Record<string, readonly Relative[]>> = rows as Record<string, Relative[]>;
const RESIDENTS_SHARE: readonly (readonly SharedField[])[] = [
  ['about'],
  ['about', 'town'],
  [],
  ['about', 'kana', 'town'],
];
const VOLUNTEERS_SHARE: readonly (readonly SharedField[])[] = [['about'], ['about'], ['about', 'town']];

/** With whom people live, and what of themselves they let others read: said on the evening after they came. */
export const peopleDemonstration: Demonstration = {
  steps: (world) => [
    ...[...world.residents].flatMap(([key, resident]) => [
      moveIn(world, resident, HOUSEHOLDS[key] ?? []),
      share(world, resident, chanceFrom(`sharing ${key}`).pick(RESIDENTS_SHARE)),
    ]),
    ...[...world.volunteers].flatMap(([key, volunteer]) => [
      moveIn(world, volunteer, HOUSEHOLDS[key] ?? []),
      share(world, volunteer, chanceFrom(`sharing ${key}`).pick(VOLUNTEERS_SHARE)),
    ]),
  ],
};

function moveIn(world: InventedWorld, { id, cameOn }: InventedPerson, relatives: readonly Relative[]): Step {
  const at = world.at(cameOn, '21:15');
  return { at, run: (tx) => addRelatives(tx, id, { relatives, now: at }) };
}

/** Adds those who live with somebody to their household. @throws when a rule refuses one of them */
export async function addRelatives(
  tx: Tx,
  keeperId: string,
  { relatives, now }: { relatives: readonly Relative[]; now: Temporal.Instant },
): Promise<void> {
  const keeper = await findPerson(tx, keeperId);
  if (!keeper) throw new Error('Whoever keeps the household is not there.');
  for (const { name, relation, ageMonths } of relatives) {
    const bornOn = ageMonths === undefined ? null : dayInJapan(now).subtract({ months: ageMonths });
    const born = { year: bornOn?.year ?? null, month: bornOn?.month ?? null };
    done(await addMember(tx, keeper, { member: { name, relation, born }, now }), `a home for ${name}`);
  }
}

function share(world: InventedWorld, { id, cameOn }: InventedPerson, fields: readonly SharedField[]): Step {
  return { at: world.at(cameOn, '21:20'), run: (tx) => replaceSharedFields(tx, id, fields) };
}
