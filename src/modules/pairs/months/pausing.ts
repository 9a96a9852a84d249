import { accept, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { does } from '../pair/doing.ts';
import { endAfterPause, hasBegun } from './rules/calendar.ts';

/** Lets a pair rest, without a reason. What it rests is added at its end. */
export const pausePair = does('pause', (_, __, { doer }) =>
  accept({ changes: { paused_on: dayInJapan(doer.now) } }),
);

/** Goes on: the end moves by as many days as the pair rested. */
export const resumePair = does('resume', (_, { pair }, { doer }) => {
  if (!hasBegun(pair)) return refuse('pair_has_moved_on');
  return accept({ changes: { paused_on: null, ends_on: endAfterPause(pair, dayInJapan(doer.now)) } });
});
