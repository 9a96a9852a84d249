import type { Person } from '../../modules/people/index.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { buildCoordinator } from '../builders/staff.ts';
import { chanceFrom } from '../chance.ts';
import rows from '../data/staff.json' with { type: 'json' };
import { instantAt } from '../days.ts';
import { type PersonRow, personOf } from './rows.ts';
import { towns } from './towns.ts';

/** Coordinators, the administrator and the treasurer, by key; they have been there for years. */
export async function seedStaff(tx: Tx, today: Temporal.PlainDate): Promise<Map<string, Person>> {
  const staff = new Map<string, Person>();
  for (const row of rows as readonly PersonRow[]) {
    const person = personOf(row, { chance: chanceFrom(`staff ${row.key}`), towns });
    const now = instantAt(today.subtract({ years: 4 }), '09:00');
    staff.set(row.key, await buildCoordinator(tx, { ...person, roles: row.roles ?? [], now }));
  }
  return staff;
}
