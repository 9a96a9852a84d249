import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, refuse } from '../../../../platform/refusal.ts';
import { type ActOn, does, type Scene } from '../../perform.ts';
import { closeUnansweredOffers } from '../../store/offers.ts';
import { tell } from '../../tell.ts';
import type { RedirectTarget } from '../../types.ts';
import { mayAsk } from '../may-ask.ts';

/** Asks the requester something before the request goes on; the words themselves are a conversation's. */
export const askBack = does('ask_back', (_, scene) => accept({ changes: careOf(scene) }));

/** The requester has answered: the request is looked at again. */
export const answerBack = does('answer_back');

/** Lets a request through: from now on volunteers can be asked. Refuses `requester_is_suspended`. */
export const openRequest = does('open', async (tx, scene, { doer }) => {
  const may = await mayAsk(tx, scene.request.requesterId, doer.now);
  return may.ok ? accept({ changes: careOf(scene) }) : may;
});

/** Says no to a request. @param on.words why, as the requester reads it; refuses `say_why` without them */
export const declineRequest = does('decline', async (tx, scene, on: ActOn & { readonly words: string }) => {
  if (on.words.trim() === '') return refuse('say_why', {}, 'words');
  await closeOffers(tx, on);
  return accept({ changes: { outcome_words: on.words, ...careOf(scene) } });
});

type Redirecting = ActOn & { readonly target: RedirectTarget; readonly words: string };

/** Sends the requester to a better place. @param on.words where and why; refuses `say_where_to_go` without them */
export const redirectRequest = does('redirect', async (tx, scene, on: Redirecting) => {
  if (on.words.trim() === '') return refuse('say_where_to_go', {}, 'words');
  await closeOffers(tx, on);
  return accept({ changes: { outcome_words: on.words, redirected_to: on.target, ...careOf(scene) } });
});

/** Closes what volunteers haven't answered yet, and tells each that they need not. */
export async function closeOffers(tx: Tx, { requestId }: ActOn): Promise<void> {
  for (const volunteerId of await closeUnansweredOffers(tx, requestId)) {
    await tell(tx, 'spot.offer.closed', { requestId, volunteerId });
  }
}

/** The first coordinator who acts on a request looks after it, until it is handed over. */
function careOf({ request, doer }: Scene): { coordinator_id?: string } {
  const isFirst = request.coordinatorId === null && doer.party === 'coordinator';
  return isFirst && doer.personId ? { coordinator_id: doer.personId } : {};
}
