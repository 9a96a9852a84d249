import { removeFactors } from '../../../platform/sign-in/second-factor/authenticator.ts';
import { post, type Route, redirect } from '../../../platform/web/route.ts';
import { signInMessages } from '../sign-in-messages.ts';

/** POST /people/:id/second-factor/removal: for somebody who has lost phone and recovery codes; they set up anew. */
export const removalRoute: Route = post({
  path: '/people/:id/second-factor/removal',
  access: ['administrator'],
  audit: 'sign_in.second_factor.removed',
  proof: 'fresh',
  async handle(visit) {
    const { id: personId } = visit.params;
    await removeFactors(visit.db, { personId, now: visit.now });
    await visit.audit({ subjectIds: [personId] });
    const text = signInMessages.in(visit.locale).noted('second_removed');
    return redirect(`/people/${personId}`, { tone: 'done', text });
  },
});
