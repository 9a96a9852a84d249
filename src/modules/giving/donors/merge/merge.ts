import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { By } from '../../types.ts';
import { mayHaveWhatIsUnder } from '../known.ts';
import { insertChange } from '../store/changes.ts';
import { findMerge, insertMerge, type Merge, setAccount, undoMerge } from '../store/merges.ts';
import { compareAgain, dropProposals, markDiffering } from '../store/pairs.ts';
import { areSaidToDiffer } from '../store/signs.ts';
import { updateDonor } from '../store/update.ts';
import { type Donor, findDonor, lockDonors } from '../store.ts';
import {
  type Choices,
  chosenFields,
  type MergedFields,
  mayBeOne,
  restoredFields,
  type Two,
  takenBy,
} from './rules.ts';

interface Merging {
  readonly standingId: string;
  readonly mergedId: string;
  readonly choices: Choices;
  /** As both were looked at. */
  readonly versions: { readonly standing: number; readonly merged: number };
  readonly by: By;
}

/**
 * Makes two donors one: the merged one points at the one who stands, and all that is read of either is read of both. Nothing
 * in the ledger, no gift and no receipt is changed. Refuses what was changed since it was looked at, two accounts, an account that
 * has not proved the other's address, and two of whom somebody said that they are not the same.
 * @returns the one who stands
 */
export async function mergeDonors(
  tx: Tx,
  { standingId, mergedId, choices, versions, by }: Merging,
): Promise<Outcome<Donor>> {
  await lockDonors(tx, [standingId, mergedId]);
  const [standing, merged] = [await findDonor(tx, standingId), await findDonor(tx, mergedId)];
  if (!standing || !merged) return refuse('there_is_no_such_donor');
  const two = { standing, merged };
  const possible = mayBeOne(two, versions);
  if (!possible.ok) return possible;
  // A rival has merged one of them since: it stands no longer, or is somebody else.
  if (standing.id !== standingId || merged.id !== mergedId) return refuse('donor_was_changed');
  if (await areSaidToDiffer(tx, standingId, mergedId)) return refuse('donors_are_said_to_differ');
  if (await opensUnproved(tx, two)) return refuse('donors_address_is_not_proved');
  const fields = chosenFields(two, choices);
  if (!fields.ok) return fields;
  await join(tx, two, { fields: fields.value, by });
  return accept(standing);
}

/** Whether an account would read what was given under an address that it has not proved: whoever is signed in types any. */
async function opensUnproved(tx: Tx, { standing, merged }: Two): Promise<boolean> {
  const [one, other] = standing.personId ? [standing, merged] : [merged, standing];
  return other.personId === null && other.email !== null && !(await mayHaveWhatIsUnder(tx, one, other.email));
}

async function join(
  tx: Tx,
  two: Two,
  { fields, by }: { readonly fields: MergedFields; readonly by: By },
): Promise<void> {
  const { standing, merged } = two;
  const taken = takenBy(two, fields);
  await insertMerge(tx, { ...two, taken, by });
  await changeFields(tx, standing, { fields, by });
  if (taken.withoutAccount) {
    const personId = standing.personId ?? merged.personId;
    await setAccount(tx, two[taken.withoutAccount].id, personId);
  }
  await dropProposals(tx, merged.id);
}

/**
 * Takes a merge apart: the merged one stands again with what was written under them, and the other has its fields back unless
 * they were changed since. What has come since stays with the other. The two are remembered not to be the same. Refuses one
 * that is too old, was taken apart, or lies behind another merge.
 */
export async function takeApart(tx: Tx, mergeId: string, by: By): Promise<Outcome<Merge>> {
  const looked = await findMerge(tx, mergeId);
  if (!looked) return refuse('donor_merge_is_over');
  await lockDonors(tx, [looked.standingId, looked.mergedId]);
  const merge = await findMerge(tx, mergeId);
  const standing = await findDonor(tx, looked.standingId);
  if (!merge || standing?.id !== merge.standingId) return refuse('donor_merge_is_over');
  await undoMerge(tx, merge, by);
  await changeFields(tx, standing, { fields: restoredFields(standing, merge.taken), by });
  const { withoutAccount } = merge.taken;
  if (withoutAccount)
    await setAccount(tx, withoutAccount === 'merged' ? merge.mergedId : merge.standingId, null);
  await markDiffering(tx, merge.standingId, merge.mergedId, by);
  await compareAgain(tx, [merge.standingId, merge.mergedId]);
  return accept(merge);
}

/** Writes what a donor has from now on, and keeps how it stood. */
async function changeFields(
  tx: Tx,
  donor: Donor,
  { fields, by }: { readonly fields: MergedFields; readonly by: By },
): Promise<void> {
  const names = Object.keys(fields) as (keyof MergedFields)[];
  const changed = names.filter((name) => donor[name] !== fields[name]);
  if (changed.length === 0) {
    await compareAgain(tx, [donor.id]);
    return;
  }
  if (!(await updateDonor(tx, donor, fields))) throw new Error('a donor was changed while they were held');
  const former = Object.fromEntries(changed.map((name) => [name, String(donor[name] ?? '')]));
  await insertChange(tx, donor.id, { former, by });
}
