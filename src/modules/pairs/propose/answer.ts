import { accept, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { heardFrom } from '../applications/store.ts';
import { findIntroduction } from '../introduction/store.ts';
import { does, type OnPair } from '../pair/doing.ts';
import { applicationOf, fallThrough } from '../pair/over.ts';
import { listOthersToChoose } from '../pair/store.ts';
import { pairsSetting } from '../settings.ts';
import type { Side } from '../types.ts';
import { answerBy, fellFor, isOverdue } from './rules.ts';

/** The volunteer would like to: the resident is asked, with time of their own. */
export const volunteerAccepts = does('volunteer_accepts', async (tx, { pair }, { doer: { now } }) => {
  await heardFrom(tx, pair.volunteerApplicationId, now);
  const until = answerBy(now, await readSetting(tx, pairsSetting));
  return accept({ changes: { offered_at: now, answer_by: until } });
});

/** The resident would like to: they meet. What else they could have chosen falls through, asked of them or not yet. */
export const residentAccepts = does('resident_accepts', async (tx, { pair }, { doer }) => {
  await heardFrom(tx, pair.residentApplicationId, doer.now);
  for (const pairId of await listOthersToChoose(tx, pair)) {
    const over = await decline(tx, { pairId, doer });
    if (!over.ok) return over;
  }
  return accept({ changes: { answer_by: answerBy(doer.now, await readSetting(tx, pairsSetting)) } });
});

/**
 * Not this time, as one of the two or a coordinator says. The reason is read by coordinators; the other is told no more
 * than that it comes to nothing.
 */
export const decline = does('decline', async (tx, { pair }, { doer }) => {
  const { party, now } = doer;
  if (party === 'volunteer' || party === 'resident') await heardFrom(tx, applicationOf(pair, party), now);
  return accept(await fallThrough(tx, pair, { for: fellFor(pair, party), now }));
});

/** @param on.without who can't any more, whatever time is left; absent: the time to answer must be over */
export const lapse = does<OnPair & { readonly without?: Side }>('lapse', async (tx, { pair }, on) => {
  const { now } = on.doer;
  const isDue = on.without !== undefined || isOverdue(pair, await findIntroduction(tx, pair.id), now);
  if (!isDue) return refuse('pair_has_moved_on');
  return accept(await fallThrough(tx, pair, { for: fellFor(pair, on.without ?? 'house'), now }));
});
