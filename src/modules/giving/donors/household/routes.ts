import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import {
  type Call,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { said } from '../merge/routes.tsx';
import type { Donor } from '../store.ts';
import { addressLetters, joinHouseholds, leaveHousehold } from './household.ts';

/** Who gets letters and statements together: two made one household, who gets its letters, and leaving it. */
export const householdRoutes: readonly Route[] = [
  post({
    path: givingPaths.donorsHousehold,
    access: ['treasurer'],
    audit: 'giving.household.joined',
    handle: (call) =>
      said(call, 'donors_are_a_household', ({ standing, merged }) =>
        joinHouseholds(call.db, standing.id, merged.id, { personId: call.actor.personId, now: call.now }),
      ),
  }),
  post({
    path: givingPaths.donorLetters,
    access: ['treasurer'],
    audit: 'giving.household.addressed',
    handle: (call) => changed(call, addressLetters(call.db, call.params.id), 'donor_gets_letters'),
  }),
  post({
    path: givingPaths.donorLeaving,
    access: ['treasurer'],
    audit: 'giving.household.left',
    handle: (call) => changed(call, leaveHousehold(call.db, call.params.id), 'donor_has_left'),
  }),
];

async function changed(
  { params, locale, audit }: Pick<Call<{ id: string }, unknown, Tx>, 'params' | 'locale' | 'audit'>,
  doing: Promise<Outcome<Donor>>,
  says: 'donor_gets_letters' | 'donor_has_left',
): Promise<Reply> {
  const done = await doing;
  if (!done.ok) return refusedBy(done.refusal);
  const { id, personId } = done.value;
  await audit({ subjectIds: personId ? [personId] : [], object: { kind: 'giving.donor', id } });
  const text = givingStaffMessages.in(locale).noted(says);
  return redirect(givingPaths.donor(params), { tone: 'done', text });
}
