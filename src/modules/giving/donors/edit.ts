import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { By } from '../types.ts';
import { insertChange } from './store/changes.ts';
import { type DonorFields, updateDonor } from './store/update.ts';
import { type Donor, findDonor } from './store.ts';

/**
 * Changes what is written of a donor, and keeps how it stood. Nothing changed, nothing is written. Refuses what was changed by
 * somebody else since it was looked at.
 */
export async function editDonor(
  tx: Tx,
  id: string,
  { fields, version, by }: { readonly fields: DonorFields; readonly version: number; readonly by: By },
): Promise<Outcome<Donor>> {
  const donor = await findDonor(tx, id);
  if (!donor) return refuse('there_is_no_such_donor');
  const former = formerOf(donor, fields);
  if (Object.keys(former).length === 0) return accept(donor);
  if (donor.version !== version || !(await updateDonor(tx, donor, fields)))
    return refuse('donor_was_changed');
  await insertChange(tx, donor.id, { former, by });
  return accept(donor);
}

function formerOf(donor: Donor, fields: DonorFields): Record<string, string> {
  const names = Object.keys(fields) as (keyof DonorFields)[];
  const changed = names.filter((name) => donor[name] !== fields[name]);
  return Object.fromEntries(changed.map((name) => [name, String(donor[name] ?? '')]));
}
