import { type Person, replaceSharedFields, type SharedField } from '../../modules/people/index.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { buildResident } from '../builders/resident.ts';
import { chanceFrom } from '../chance.ts';
import rows from '../data/residents.json' with { type: 'json' };
import { instantAt } from '../days.ts';
import { type PersonRow, personOf } from './rows.ts';
import { towns } from './towns.ts';

/** Before the oldest request. */
const LEAST_DAYS_HERE = 75;
const SHARED: readonly (readonly SharedField[])[] = [
  ['about'],
  ['about', 'town'],
  [],
  ['about', 'kana', 'town'],
];

/** The residents by key, with their households; they came one after another over the last year and a half. */
export async function seedResidents(tx: Tx, today: Temporal.PlainDate): Promise<Map<string, Person>> {
  const residents = new Map<string, Person>();
  for (const row of rows as readonly PersonRow[]) {
    const chance = chanceFrom(`resident ${row.key}`);
    const now = instantAt(today.subtract({ days: LEAST_DAYS_HERE + chance.below(470) }), '21:15');
    const person = personOf(row, { chance, towns });
    const household = row.household ?? [];
    const resident = await buildResident(tx, { ...person, household, now });
    await replaceSharedFields(tx, resident.id, chance.pick(SHARED));
    residents.set(row.key, resident);
  }
  return residents;
}
