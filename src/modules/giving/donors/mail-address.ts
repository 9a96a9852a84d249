import type { Database } from '../../../platform/database/connect.ts';
import { findPerson } from '../../people/index.ts';
import type { Donor } from './store.ts';

/** Where a donor is written to: as they gave it, else of their account. @returns null for whoever has no address */
export async function mailAddressOf(db: Database, { email, personId }: Donor): Promise<string | null> {
  if (email || !personId) return email;
  return (await findPerson(db, personId))?.email ?? null;
}
