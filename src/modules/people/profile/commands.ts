import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { updatePerson } from '../persons/store.ts';
import { dayInJapan } from '../rules.ts';
import type { OtherChannel, Person, PersonDetails } from '../types.ts';
import { mayBeBornIn, mayPrefer, readPhone, tidyKana } from './rules.ts';
import { replaceChannels } from './store.ts';

export type Profile = Pick<
  PersonDetails,
  | 'name'
  | 'preferredName'
  | 'kana'
  | 'romaji'
  | 'locale'
  | 'phone'
  | 'gender'
  | 'birthYear'
  | 'sentence'
  | 'about'
  | 'preferredChannel'
> & { readonly channels: Readonly<Record<OtherChannel, string | null>> };

/**
 * Changes what somebody says of themselves. Refuses a year of birth that can't be, a telephone number that is none,
 * and a preferred channel without an address.
 */
export async function changeProfile(
  tx: Tx,
  person: Person,
  change: { profile: Profile; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const { channels, ...details } = change.profile;
  const year = mayBeBornIn(details.birthYear, dayInJapan(change.now));
  if (!year.ok) return year;
  const phone = readPhone(details.phone);
  if (!phone.ok) return phone;
  const preferred = mayPrefer(details.preferredChannel, { ...channels, phone: phone.value });
  if (!preferred.ok) return preferred;
  await updatePerson(tx, person, { ...details, phone: phone.value, kana: tidyKana(details.kana) });
  await replaceChannels(tx, person.id, channels);
  return accept(null);
}

/** Keeps somebody's own telephone number. Refuses what is none. */
export async function leavePhone(tx: Tx, person: Person, typed: string): Promise<Outcome<null>> {
  const phone = readPhone(typed);
  if (!phone.ok) return phone;
  await updatePerson(tx, person, { phone: phone.value });
  return accept(null);
}
