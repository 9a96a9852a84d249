import { listDemonstrationPeople, type PersonToBe } from '../../src/demonstration/people-to-be.ts';
import { seedDemonstration } from '../../src/demonstration/seed.ts';
import { demonstrations } from '../../src/modules.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** Sunday 22 November 2026, in the afternoon in Tokyo: the next day but one is the next open day. */
export const WORLD_NOW = Temporal.Instant.from('2026-11-22T15:00:00+09:00');

export interface World extends TestDatabase {
  readonly now: Temporal.Instant;
  /** Somebody of those whom a visitor can be, by their key in the data: `sita`, `keiko`, `kobayashi`. */
  personToBe(key: string): PersonToBe;
}

/** A database of its own with the demonstration world of a day. Call it at the top of a test file. */
export async function worldDatabase(now: Temporal.Instant = WORLD_NOW): Promise<World> {
  const database = await testDatabase();
  await seedDemonstration(database.db, { now, demonstrations });
  const people = await listDemonstrationPeople(database.db, demonstrations);
  return {
    ...database,
    now,
    personToBe(key) {
      const person = people.find(({ email }) => email.startsWith(`${key}@`));
      if (!person) throw new Error(`Nobody whom one can be is called ${key}.`);
      return person;
    },
  };
}
