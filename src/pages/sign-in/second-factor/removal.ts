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
  async handle(call) {
    const { id: personId } = call.params;
    const by = { personId: call.actor.personId, role: actingRole(call.actor) };
    if (await isStaff(call.db, personId)) {
      const reason = signInMessages.in(call.locale).plain('second_lost_reason');
      const what = { kind: 'remove_factors', personId, detail: '' } as const;
      const outcome = await proposeStaffAct(call.db, what, { by, reason, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const waits = signInMessages.in(call.locale).noted('second_removal_waits');
      return redirect(`/people/${personId}`, { tone: 'notice', text: waits });
    }
    await removeFactors(call.db, { personId, by, now: call.now });
    const text = signInMessages.in(call.locale).noted('second_removed');
    return redirect(`/people/${personId}`, { tone: 'done', text });
  },
});
