import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { By } from '../../types.ts';
import { findAddressees, listMembers, setAddressee } from '../store/households.ts';
import { markDiffering } from '../store/pairs.ts';
import { type Donor, findDonor, lockDonors } from '../store.ts';

/**
 * Makes two donors one household, with whoever was in either's: from now on whoever gets the letters of the first gets those
 * of all. Receipts stay by name, and they are remembered not to be the same. Refuses nobody but who is not there.
 */
export async function joinHouseholds(
  tx: Tx,
  oneId: string,
  otherId: string,
  by: By,
): Promise<Outcome<Donor>> {
  await lockDonors(tx, [oneId, otherId]);
  const [one, other] = [await findDonor(tx, oneId), await findDonor(tx, otherId)];
  if (!one || !other || one.id === other.id) return refuse('there_is_no_such_donor');
  const members = [...(await listMembers(tx, one)), ...(await listMembers(tx, other)), one, other];
  const addressee = (await findAddressees(tx, [one.id])).get(one.id) ?? one.id;
  const ids = [...new Set(members.map(({ id }) => id))];
  await lockDonors(tx, ids);
  await setAddressee(tx, ids, addressee);
  // Who lives together is not one: they are not proposed any more.
  await markDiffering(tx, one.id, other.id, by);
  return accept(one);
}

/** From now on they get the letters of their household. Refuses somebody who has none. */
export async function addressLetters(tx: Tx, donorId: string): Promise<Outcome<Donor>> {
  const found = await lockHousehold(tx, donorId);
  if (!found) return refuse('donor_has_no_household');
  await setAddressee(tx, found.ids, found.donor.id);
  return accept(found.donor);
}

/** Takes somebody out of their household; where they got its letters, the next one does. Refuses somebody who has none. */
export async function leaveHousehold(tx: Tx, donorId: string): Promise<Outcome<Donor>> {
  const found = await lockHousehold(tx, donorId);
  if (!found) return refuse('donor_has_no_household');
  const { donor, ids, addressee } = found;
  const left = ids.filter((id) => id !== donor.id);
  await setAddressee(tx, [donor.id], null);
  if (addressee === donor.id) await setAddressee(tx, left, left[0] ?? null);
  return accept(donor);
}

async function lockHousehold(tx: Tx, donorId: string) {
  const donor = await findDonor(tx, donorId);
  const ids = donor ? (await listMembers(tx, donor)).map(({ id }) => id) : [];
  if (!donor || ids.length === 0) return null;
  await lockDonors(tx, ids);
  const members = await listMembers(tx, donor);
  const addressee = members.find(({ isAddressee }) => isAddressee)?.id;
  return members.length === 0 ? null : { donor, ids: members.map(({ id }) => id), addressee };
}
