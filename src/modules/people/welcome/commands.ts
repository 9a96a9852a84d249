import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Actor } from '../../../platform/permissions.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { requiredName } from '../form-fields.ts';
import { findOwnPerson } from '../persons/own.ts';
import { markPerson, updatePerson } from '../persons/store.ts';
import { readPhone } from '../profile/rules.ts';
import { grantRole } from '../roles/commands.ts';

/** Why somebody has come: to be helped, to help, or both. Helping begins with an application, not with a role. */
export const WISHES = ['be_helped', 'help', 'both'] as const;
export type Wish = (typeof WISHES)[number];

/** What somebody wishes who is on the way to a page; null where it does not say. */
export function wishOnTheWayTo(path: string): Wish | null {
  if (/^\/spot\/requests\/(new|summary)\b/.test(path)) return 'be_helped';
  return path.startsWith(housePaths.volunteeringApplication()) ? 'help' : null;
}

/**
 * Welcomes the person who is signed in: keeps the name to call, the language of their mail and a telephone number if
 * they give one, and makes them a resident when they want to be helped. Sent again, it changes the same things again and nothing twice.
 */
export async function welcomePerson(
  tx: Tx,
  actor: Actor,
  answer: { name: string; phone: string | null; locale: Locale; wish: Wish; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const phone = readPhone(answer.phone);
  if (!phone.ok) return phone;
  const person = await findOwnPerson({ db: tx, actor });
  const said = phone.value === null ? {} : { phone: phone.value };
  await updatePerson(tx, person, { name: answer.name, locale: answer.locale, ...said });
  await markPerson(tx, person.id, { welcomed_at: person.welcomedAt ?? answer.now });
  if (answer.wish === 'help') return accept(null);
  const by = { personId: person.id, role: actingRole(actor) };
  await grantRole(tx, { personId: person.id, role: 'resident' }, { by, now: answer.now });
  return accept(null);
}

/** What somebody is called, as they say it. */
export const ownName = requiredName(200, 'say_your_name');

/**
 * Welcomes somebody who wants to be helped by their name alone, where they send what they have filled in; the rest is asked
 * when it is needed. Refuses `say_your_name` and `name_is_an_office`, both on `name`.
 */
export async function welcomeByName(
  tx: Tx,
  actor: Actor,
  answer: { name: string; locale: Locale; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const read = ownName.safeParse(answer.name);
  if (!read.success) return refuse('say_your_name', undefined, 'name');
  const [borrowed] = await refuseBorrowedNames(tx, { name: read.data });
  if (borrowed) return { ok: false, refusal: borrowed };
  return welcomePerson(tx, actor, { ...answer, name: read.data, phone: null, wish: 'be_helped' });
}
