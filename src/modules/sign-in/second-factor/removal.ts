import { housePaths } from '../../../platform/addresses/paths.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { removeFactors } from './authenticator.ts';

/** POST /people/:id/second-factor/removal: for somebody who has lost phone and recovery codes; they set up anew. */
export function removalRoute({ people }: SignIn): Route {
  return post({
    path: signInPaths.personSecondFactorRemoval,
    access: ['administrator'],
    // The removal writes its entry itself: what is only proposed is not told as done.
    audit: null,
    proof: 'fresh',
    async handle(call) {
      const words = signInMessages.in(call.locale);
      const { id: personId } = call.params;
      const removal = {
        personId,
        by: { personId: call.actor.personId, role: actingRole(call.actor) },
        now: call.now,
      };
      const proposed = await people.proposeRemoval(call.db, {
        ...removal,
        reason: words.plain('second_lost_reason'),
      });
      if (proposed) {
        if (!proposed.ok) return refusedBy(proposed.refusal);
        return redirect(housePaths.person({ id: personId }), {
          tone: 'notice',
          text: words.noted('second_removal_waits'),
        });
      }
      await removeFactors(call.db, removal);
      return redirect(housePaths.person({ id: personId }), {
        tone: 'done',
        text: words.noted('second_removed'),
      });
    },
  });
}
