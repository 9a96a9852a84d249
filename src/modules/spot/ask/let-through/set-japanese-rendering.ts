import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { type ActOn, enter, type Performed, performedIn } from '../../perform.ts';
import { updateRequest } from '../../store/requests.ts';
import { FINAL_STATES } from '../../transitions.ts';
import { MOST } from '../../types.ts';

/**
 * Puts a Japanese rendering beside the requester's own words, by the requester or a coordinator, in place of an
 * earlier one. Refuses empty words, words that are too long, and a request that has ended.
 */
export async function setJapaneseRendering(
  tx: Tx,
  on: ActOn & { readonly words: string },
): Promise<Outcome<Performed>> {
  const { doer } = on;
  const words = on.words.trim();
  if (!doer.personId || (doer.party !== 'requester' && doer.party !== 'coordinator')) {
    return refuse('this_is_not_yours_to_do');
  }
  if (words === '') return refuse('fill_this_in', {}, 'words');
  if ([...words].length > MOST.japaneseWords) {
    return refuse('text_is_too_long', { most: MOST.japaneseWords }, 'words');
  }
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { request } = entered.value;
  if (FINAL_STATES.includes(request.state)) return refuse('request_is_closed');
  await updateRequest(tx, request.id, {
    japanese_words: words,
    japanese_origin: doer.party === 'requester' ? 'resident' : 'coordinator',
    japanese_by: doer.personId,
    japanese_at: doer.now,
  });
  return accept(performedIn(entered.value));
}
