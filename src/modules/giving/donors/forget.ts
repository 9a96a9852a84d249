import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { blankDonor, keptUntil, stillGives } from './store/forget.ts';
import { findDonor, lockDonors } from './store.ts';

/**
 * Forgets a donor as far as the law allows: while it keeps the books in which their gifts stand, name and postal address stay
 * in them and all else goes; otherwise everything. Refuses whoever still gives, since they are written to about it.
 * @returns whose account they were, and whether everything is gone
 */
export async function forgetDonor(
  tx: Tx,
  donorId: string,
  now: Temporal.Instant,
): Promise<Outcome<{ readonly personId: string | null; readonly everything: boolean }>> {
  await lockDonors(tx, [donorId]);
  const donor = await findDonor(tx, donorId);
  if (!donor?.name || donor.id !== donorId) return refuse('there_is_no_such_donor');
  if (await stillGives(tx, donorId)) return refuse('donor_still_gives');
  const everything = (await keptUntil(tx, donorId, now)) === null;
  await blankDonor(tx, donorId, { everything, now });
  return accept({ personId: donor.personId, everything });
}

export const forgetRoutes: readonly Route[] = [
  post({
    path: givingPaths.donorForgetting,
    access: ['treasurer'],
    audit: 'giving.donor.forgotten',
    proof: 'fresh',
    async handle({ db, params, now, locale, audit }) {
      const done = await forgetDonor(db, params.id, now);
      if (!done.ok) return refusedBy(done.refusal);
      const { personId, everything } = done.value;
      const object = { kind: 'giving.donor', id: params.id };
      await audit({ subjectIds: personId ? [personId] : [], object });
      const { noted } = givingStaffMessages.in(locale);
      const text = noted(everything ? 'donor_was_forgotten' : 'donor_was_reduced');
      return redirect(everything ? givingPaths.donors() : givingPaths.donor(params), { tone: 'done', text });
    },
  }),
];
