import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { ExpertNow } from './rules.ts';
import { findExpert, insertExpert, markExpertLeft, updateExpert, type Written } from './store.ts';

/** Refused beside the field: without a field, and a license without its number */
function judge({ fields, license, licenseNumber }: Written): Outcome<null> {
  if (fields.length === 0) return refuse('choose_a_field', {}, 'fields');
  if (license !== 'other' && licenseNumber === '')
    return refuse('license_number_is_missing', {}, 'licenseNumber');
  return accept(null);
}

/** Takes an expert into the register. */
export async function addExpert(
  tx: Tx,
  expert: Written & { readonly by: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  const judged = judge(expert);
  return judged.ok ? accept(await insertExpert(tx, expert)) : judged;
}

interface On {
  readonly id: string;
  readonly now: Temporal.Instant;
}

/** What holds of them from now on; what they were asked before stays as it was agreed. Refused: `expert_is_unknown` */
export async function changeExpert(tx: Tx, on: On & { readonly expert: Written }): Promise<Outcome<null>> {
  if (!(await findExpert(tx, on.id, { now: on.now, lock: true }))) return refuse('expert_is_unknown');
  const judged = judge(on.expert);
  if (judged.ok) await updateExpert(tx, on.id, on.expert);
  return judged;
}

/** Is asked no more; what they have taken on goes on. Pressed again, they are back. Refused: `expert_is_unknown` */
export async function turnExpert(tx: Tx, { id, now }: On): Promise<Outcome<ExpertNow>> {
  const expert = await findExpert(tx, id, { now, lock: true });
  if (!expert) return refuse('expert_is_unknown');
  await markExpertLeft(tx, id, expert.leftAt ? null : now);
  return accept(expert);
}
