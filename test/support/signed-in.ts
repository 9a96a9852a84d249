import { findPersonId, proposeRemoval, registerPerson } from '../../src/modules/people/index.ts';
import { beginSession } from '../../src/modules/sign-in/sessions/store.ts';
import { createSignIn } from '../../src/modules/sign-in/sign-in.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';

/**
 * Signs people in as a passkey does.
 * @param who.secret of the program that will know them
 * @returns the cookie header of each person's session
 */
export async function signIn(
  connection: Connection,
  who: { personIds: readonly string[]; secret: string; now: Temporal.Instant },
): Promise<Map<string, string>> {
  const door = createSignIn({
    connection,
    configuration: { publicUrl: undefined, demonstration: false },
    secret: who.secret,
    mailer: { send: async () => {}, close() {} },
    people: {
      register: registerPerson,
      find: findPersonId,
      proposeRemoval,
      actorFunction: 'people.actor_named',
    },
  });
  const cookies = new Map<string, string>();
  for (const personId of who.personIds) {
    const proof = { means: 'passkey', strength: 'strong' } as const;
    const beginning = { personId, ...proof, headers: new Headers(), now: who.now };
    const session = await inTransaction(connection.db, (tx) => beginSession(tx, door, beginning));
    cookies.set(personId, session?.cookie.split(';')[0] ?? '');
  }
  return cookies;
}
