import type { Database } from '../../../platform/database/connect.ts';
import { findPerson } from '../../people/index.ts';
import type { Donor } from './types.ts';

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
