import { accept, refuse } from '../../../platform/refusal.ts';
import { cancelInterviewAhead } from '../interview/store.ts';
import { tellOfPair } from '../pair/doing.ts';
import { ON_THE_WAY, RUNNING } from '../pair/life.ts';
import { listPairsOf, updatePair } from '../pair/store.ts';
import { insertStep } from '../steps/store.ts';
import type { Pair, PairState } from '../types.ts';
import { does } from './doing.ts';

/**
 * Takes an application back. What was proposed falls through, an interview is called off. Refuses while a pair is under
 * way: that is ended first.
 */
export const withdrawApplication = does('withdraw', async (tx, { application }, { doer }) => {
  const { personId: byPerson, now } = doer;
  const pairs = await listPairsOf(tx, application.id);
  const isIn = (pair: Pair, states: readonly PairState[]) => states.includes(pair.state);
  if (pairs.some((pair) => isIn(pair, RUNNING))) return refuse('end_the_pair_first');
  for (const pair of pairs.filter((one) => isIn(one, ON_THE_WAY))) {
    await updatePair(tx, pair.id, { state: 'fell_through', over_at: now });
    await insertStep(tx, { pairId: pair.id, act: 'decline', byPerson, at: now });
    await tellOfPair(tx, 'pairs.pair.fell_through', pair, byPerson);
  }
  await cancelInterviewAhead(tx, application.id, now);
  return accept({ changes: { ended_at: now } });
});
