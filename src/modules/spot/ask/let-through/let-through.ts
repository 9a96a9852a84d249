import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { type ActOn, begin, finish, type Performed, perform, type Scene } from '../../perform.ts';
import { closeUnansweredOffers } from '../../store/offers.ts';
import { tell } from '../../tell.ts';
import type { RequestAct } from '../../transitions.ts';
import type { RedirectTarget } from '../../types.ts';
import { mayAsk } from '../may-ask.ts';

/** Asks the requester something before the request goes on; the words themselves are a conversation's. */
export async function askBack(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'ask_back', on);
  return begun.ok ? accept(await finish(tx, begun.value, { changes: careOf(begun.value) })) : begun;
}

/** The requester has answered: the request is looked at again. */
export async function answerBack(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  return perform(tx, 'answer_back', on);
}

/** Lets a request through: from now on volunteers can be asked. Refuses `requester_is_suspended`. */
export async function openRequest(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'open', on);
  if (!begun.ok) return begun;
  const may = await mayAsk(tx, begun.value.request.requesterId, on.doer.now);
  return may.ok ? accept(await finish(tx, begun.value, { changes: careOf(begun.value) })) : may;
}

/** Says no to a request. @param on.words why, as the requester reads it; refuses `say_why` without them */
export async function declineRequest(
  tx: Tx,
  on: ActOn & { readonly words: string },
): Promise<Outcome<Performed>> {
  if (on.words.trim() === '') return refuse('say_why', {}, 'words');
  return endUnanswered(tx, 'decline', on, { outcome_words: on.words });
}

/** Sends the requester to a better place. @param on.words where and why; refuses `say_where_to_go` without them */
export async function redirectRequest(
  tx: Tx,
  on: ActOn & { readonly target: RedirectTarget; readonly words: string },
): Promise<Outcome<Performed>> {
  if (on.words.trim() === '') return refuse('say_where_to_go', {}, 'words');
  return endUnanswered(tx, 'redirect', on, { outcome_words: on.words, redirected_to: on.target });
}

async function endUnanswered(
  tx: Tx,
  act: RequestAct,
  on: ActOn,
  changes: { outcome_words: string; redirected_to?: RedirectTarget },
): Promise<Outcome<Performed>> {
  const begun = await begin(tx, act, on);
  if (!begun.ok) return begun;
  await closeOffers(tx, on);
  return accept(await finish(tx, begun.value, { changes: { ...changes, ...careOf(begun.value) } }));
}

/** Closes what volunteers haven't answered yet, and tells each that they need not. */
export async function closeOffers(tx: Tx, { requestId }: ActOn): Promise<void> {
  for (const volunteerId of await closeUnansweredOffers(tx, requestId)) {
    await tell(tx, 'spot.offer.closed', { requestId, volunteerId });
  }
}

/** The first coordinator who acts on a request looks after it, until it is handed over. */
function careOf({ request, doer }: Pick<Scene, 'request' | 'doer'>): { coordinator_id?: string } {
  const isFirst = request.coordinatorId === null && doer.party === 'coordinator';
  return isFirst && doer.personId ? { coordinator_id: doer.personId } : {};
}
