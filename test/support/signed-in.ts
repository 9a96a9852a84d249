import { registerPerson } from '../../src/modules/people/index.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { enterDemonstration } from '../../src/platform/sign-in/demonstration.ts';
import { createSignIn } from '../../src/platform/sign-in/sign-in.ts';

/**
 * Signs people in as the demonstration does.
 * @returns the cookie header of each person's session
 */
export async function signIn(
  connection: Connection,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const door = createSignIn({
    connection,
    configuration: { publicUrl: undefined, demonstration: true },
    secret: 'only for sessions, which need no secret',
    mailer: { send: async () => {}, close() {} },
    people: { register: registerPerson, actorFunction: 'people.actor' },
  });
  const cookies = new Map<string, string>();
  for (const personId of personIds) {
    const entered = await inTransaction(connection.db, (tx) =>
      enterDemonstration(tx, door, { personId, back: '/', headers: new Headers(), now }),
    );
    if (!entered.ok) throw new Error(`refused: ${entered.refusal.code}`);
    cookies.set(personId, entered.value.cookies.map((cookie) => cookie.split(';')[0]).join('; '));
  }
  return cookies;
}
