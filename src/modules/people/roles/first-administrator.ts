import { PROGRAM } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { removeFactors } from '../../sign-in/index.ts';
import { registerPerson } from '../persons/commands.ts';
import { findByEmail } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import { grantRole } from './commands.ts';
import { holdsRole } from './store.ts';

/**
 * Makes the person of an address an administrator, on the word of whoever holds the machine. Who has never signed in is
 * made now, and proves the address at the first sign-in.
 * @returns whether the role is new, was there, or the person is new as well
 */
export async function appointAdministrator(
  tx: Tx,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<Outcome<'appointed' | 'invited' | 'was_one'>> {
  const known = await findByEmail(tx, email);
  const person = known ?? (await registerPerson(tx, { email, locale: 'ja', now }));
  const held = { personId: person.id, role: 'administrator' } as const;
  if (await holdsRole(tx, person.id, { role: held.role, on: dayInJapan(now) })) return accept('was_one');
  const granted = await grantRole(tx, held, { by: PROGRAM, now, reason: 'npm run administrator' });
  return granted.ok ? accept(known ? 'appointed' : 'invited') : granted;
}

/** Takes app, passkeys and recovery codes from an administrator who has lost them all. Refuses whoever is none. */
export async function letAdministratorIn(
  tx: Tx,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const person = await findByEmail(tx, email);
  const isOne =
    person !== null && (await holdsRole(tx, person.id, { role: 'administrator', on: dayInJapan(now) }));
  if (!isOne) return refuse('person_is_unknown');
  await removeFactors(tx, { personId: person.id, by: PROGRAM, now });
  return accept(null);
}
