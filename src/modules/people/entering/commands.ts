import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { createPerson } from '../persons/commands.ts';
import { findPersonId, lockPerson, updatePerson } from '../persons/store.ts';
import { choosePlace, type TypedPlace } from '../place/rules.ts';
import { readPhone } from '../profile/rules.ts';
import { listRoles } from '../roles/store.ts';
import { dayInJapan, normalizeEmail } from '../rules.ts';
import type { Person } from '../types.ts';

/** What somebody said on the telephone, as a coordinator wrote it down. */
export interface Entered {
  readonly name: string;
  readonly phone: string;
  /** The language in which they would like to be spoken to and written to. */
  readonly locale: Locale;
  /** null when they did not say. */
  readonly place: TypedPlace | null;
}

/**
 * Makes a resident who has no e-mail address: they are reached by telephone, and cannot sign in until they have one.
 * Refuses `fill_this_in` and `phone_is_not_a_number` for the telephone, and what `choosePlace` refuses.
 */
export async function enterPerson(tx: Tx, entered: Entered, now: Temporal.Instant): Promise<Outcome<Person>> {
  const phone = readPhone(entered.phone);
  if (!phone.ok) return phone;
  const place = entered.place && choosePlace(entered.place);
  if (place && !place.ok) return place;
  const where = place && { municipalityCode: place.value.municipalityCode, town: place.value.name };
  const { name, locale } = entered;
  const person = { name, locale, phone: phone.value, preferredChannel: 'phone', ...where } as const;
  return accept(await createPerson(tx, { ...person, roles: ['resident'], now }));
}

/**
 * Gives somebody without an address one, with which they sign in from now on. Only to a resident: whoever helps or holds
 * an office has signed in with their own.
 * Refuses `has_an_address`, `address_is_known`, `address_opens_more`.
 */
export async function giveAddress(
  tx: Tx,
  id: string,
  given: { readonly email: string; readonly now: Temporal.Instant },
): Promise<Outcome<Person>> {
  const person = await lockPerson(tx, id);
  if (!person || person.isChild) return refuse('person_is_unknown');
  if (person.email) return refuse('has_an_address', {}, 'email');
  const today = dayInJapan(given.now);
  const others = (await listRoles(tx, id)).filter(
    ({ role, untilOn }) =>
      role !== 'resident' && (!untilOn || Temporal.PlainDate.compare(untilOn, today) > 0),
  );
  if (others.length > 0) return refuse('address_opens_more', {}, 'email');
  const email = normalizeEmail(given.email);
  if (await findPersonId(tx, email)) return refuse('address_is_known', {}, 'email');
  await updatePerson(tx, person, { email, preferredChannel: 'email' });
  return accept(person);
}
