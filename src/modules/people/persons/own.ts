import type { Database } from '../../../platform/database/connect.ts';
import type { Actor } from '../../../platform/permissions.ts';
import type { Person } from '../types.ts';
import { findPerson } from './store.ts';

/** The person who is signed in; for routes whose access is `person`. */
export async function findOwnPerson(call: { db: Database; actor: Actor }): Promise<Person> {
  const person = call.actor.personId && (await findPerson(call.db, call.actor.personId));
  if (!person) throw new Error('a page of one’s own was opened by nobody');
  return person;
}
