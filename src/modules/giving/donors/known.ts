import { normalName } from '../../../japanese/payer-name.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { findPerson } from '../../people/index.ts';
import { type Donor, insertDonor, listWithAddress, type NewDonor } from './store.ts';

/**
 * Whoever is described: the donor with this mail address and name, also one who had them before being merged, otherwise a new
 * one. A name alone never decides it, since two people can have the same, nor an address that somebody signed in has only typed:
 * they would read what is another's. That they may be one is proposed later.
 * @returns their id
 */
export async function donorFor(tx: Tx, described: NewDonor): Promise<string> {
  const { email, name } = described;
  const known = email ? await listWithAddress(tx, email) : [];
  for (const donor of known)
    if (normalName(donor.knownAs) === normalName(name) && (await mayHaveWhatIsUnder(tx, donor, email ?? '')))
      return donor.id;
  return insertDonor(tx, described);
}

/**
 * Whether what is given under a mail address may be put to a donor: nobody reads it by an account, or only one that has proved
 * the address. What somebody signed in has typed proves nothing.
 */
export async function mayHaveWhatIsUnder(
  db: Database,
  { personId }: Pick<Donor, 'personId'>,
  email: string,
): Promise<boolean> {
  return personId === null || (await findPerson(db, personId))?.email === email;
}
