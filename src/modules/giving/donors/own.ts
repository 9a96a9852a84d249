import type { Database } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import type { Call } from '../../../platform/web/route.ts';
import { findPerson } from '../../people/index.ts';
import { type Donor, listDonorsOf } from './store.ts';

/** Everybody whom whoever is signed in has given as. */
export async function ownDonors(
  call: Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>,
): Promise<Donor[]> {
  const personId = ownId(call);
  const person = await findPerson(call.db, personId);
  return listDonorsOf(call.db, { personId, email: person?.email ?? null });
}
