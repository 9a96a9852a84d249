import { accept, refuse } from '../../../platform/refusal.ts';
import { tellMonthsOver } from '../months/over/tell-months.ts';
import { hasBegun, isDue } from '../months/rules/calendar.ts';
import { does, type OnPair } from '../pair/doing.ts';
import { otherSide } from '../pair/over.ts';
import { type Ending, SIDES, type Side } from '../types.ts';
import { restAfterPair } from './after-pair.ts';

/** Of a pair that a coordinator ends: how, and who was left by it. */
export interface EndingByStaff {
  readonly ending: Exclude<Ending, 'planned'>;
  readonly left: 'resident' | 'volunteer' | 'both' | 'nobody';
}

/** Ends a pair, without a reason: told by one of the two, or by a coordinator, who says how and who was left by it. */
export const endPair = does<OnPair & { readonly byStaff?: EndingByStaff }>(
  'end',
  async (tx, { pair }, { doer, byStaff }) => {
    const { now, party } = doer;
    const isSide = party === 'resident' || party === 'volunteer';
    if (isSide === (byStaff !== undefined)) return refuse('this_is_not_yours_to_do');
    const left = byStaff ? leftBy(byStaff) : [otherSide(party as Side)];
    await tellMonthsOver(tx, pair, now);
    await restAfterPair(tx, pair, { left, now });
    return accept({ changes: { ending: byStaff?.ending ?? 'told', over_at: now, paused_on: null } });
  },
);

function leftBy({ left }: EndingByStaff): readonly Side[] {
  if (left === 'nobody') return [];
  return left === 'both' ? SIDES : [left];
}

/** Ends a pair with somebody who may not, or can't, go on; the other was left by it. */
export const endByHouse = does<OnPair & { readonly left: Side }>(
  'end',
  async (tx, { pair }, { doer: { now }, left }) => {
    await tellMonthsOver(tx, pair, now);
    await restAfterPair(tx, pair, { left: [left], now });
    return accept({ changes: { ending: 'told', over_at: now, paused_on: null } });
  },
);

/** Six months are over. Refuses before (`pair_goes_on`): their end may have moved since it was looked up. */
export const completePair = does('complete', async (tx, { pair }, { doer: { now } }) => {
  if (!hasBegun(pair) || !isDue(pair, now)) return refuse('pair_goes_on');
  await tellMonthsOver(tx, pair, now);
  await restAfterPair(tx, pair, { left: [], now });
  return accept({ changes: { ending: 'planned', over_at: now } });
});
