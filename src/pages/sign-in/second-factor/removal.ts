import { isStaff, proposeStaffAct } from '../../../modules/people/index.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { removeFactors } from '../../../platform/sign-in/second-factor/authenticator.ts';
import { post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { signInMessages } from '../sign-in-messages.ts';

/** POST /people/:id/second-factor/removal: for somebody who has lost phone and recovery codes; they set up anew. */
export const removalRoute: Route = post({
  path: '/people/:id/second-factor/removal',
  access: ['administrator'],
  // The removal writes its entry itself: what is only proposed is not told as done.
  audit: null,
  proof: 'fresh',
  async handle(visit) {
    const { id: personId } = visit.params;
    const by = { personId: visit.actor.personId, role: actingRole(visit.actor) };
    if (await isStaff(visit.db, personId)) {
      const reason = signInMessages.in(visit.locale).plain('second_lost_reason');
      const what = { kind: 'remove_factors', personId, detail: '' } as const;
      const outcome = await proposeStaffAct(visit.db, what, { by, reason, now: visit.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const waits = signInMessages.in(visit.locale).noted('second_removal_waits');
      return redirect(`/people/${personId}`, { tone: 'notice', text: waits });
    }
    await removeFactors(visit.db, { personId, by, now: visit.now });
    const text = signInMessages.in(visit.locale).noted('second_removed');
    return redirect(`/people/${personId}`, { tone: 'done', text });
  },
});
