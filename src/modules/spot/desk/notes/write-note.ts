import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan, listPersonIdsWithRole } from '../../../people/index.ts';
import { type ActOn, enter, type Performed, performedIn, type Scene } from '../../perform.ts';
import { insertNote } from '../../store/notes.ts';
import { listOffersOfRequest } from '../../store/offers.ts';
import { updateRequest } from '../../store/requests.ts';
import { tell } from '../../tell.ts';
import { FINAL_STATES } from '../../transitions.ts';
import { mayNote } from './rules.ts';

/**
 * Writes a note about a request for the other coordinators, also when it has ended.
 * Refuses `fill_this_in`, `this_is_not_yours_to_do`, and `request_is_closed` once its texts were forgotten.
 */
export async function writeNote(tx: Tx, on: ActOn & { readonly words: string }): Promise<Outcome<Performed>> {
  if (on.words.trim() === '') return refuse('fill_this_in', {}, 'noteWords');
  const entered = await enterAsColleague(tx, on);
  if (!entered.ok) return entered;
  if (entered.value.request.forgottenAt) return refuse('request_is_closed');
  const { personId, now: at } = on.doer;
  await insertNote(tx, on.requestId, { words: on.words, handedTo: null, byPerson: personId ?? '', at });
  return accept(performedIn(entered.value));
}

/**
 * From now on somebody else keeps a request, or whoever takes it. They are told, unless they took it themselves.
 * Refuses `choose_a_coordinator`, `nothing_was_changed`, `request_is_closed`, `this_is_not_yours_to_do`.
 */
export async function handOver(
  tx: Tx,
  on: ActOn & { readonly to: string; readonly words: string },
): Promise<Outcome<Performed>> {
  const entered = await enterAsColleague(tx, on);
  if (!entered.ok) return entered;
  const { request } = entered.value;
  if (FINAL_STATES.includes(request.state)) return refuse('request_is_closed');
  if (request.coordinatorId === on.to) return refuse('nothing_was_changed');
  const { personId, now: at } = on.doer;
  const offers = await listOffersOfRequest(tx, request.id);
  const inOffice = await listPersonIdsWithRole(tx, 'coordinator', dayInJapan(at));
  if (!inOffice.includes(on.to) || !mayNote(on.to, { request, offers }))
    return refuse('choose_a_coordinator', {}, 'keeper');
  await updateRequest(tx, request.id, { coordinator_id: on.to });
  const byPerson = personId ?? '';
  await insertNote(tx, request.id, { words: on.words || null, handedTo: on.to, byPerson, at });
  await tell(tx, 'spot.request.handed_over', {
    requestId: request.id,
    personId: on.to,
    byPersonId: byPerson,
  });
  return accept(performedIn(entered.value));
}

/** `enter`, for coordinators who are none of the two. */
async function enterAsColleague(tx: Tx, on: ActOn): Promise<Outcome<Scene>> {
  if (on.doer.party !== 'coordinator') return refuse('this_is_not_yours_to_do');
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const offers = await listOffersOfRequest(tx, on.requestId);
  const isColleague = mayNote(on.doer.personId, { request: entered.value.request, offers });
  return isColleague ? entered : refuse('this_is_not_yours_to_do');
}
