import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { cancelInterviewAhead } from '../interview/store.ts';
import { ON_THE_WAY, RUNNING } from '../pair/life.ts';
import { listPairsOf, lockAround } from '../pair/store.ts';
import { lapse } from '../propose/answer.ts';
import type { Application, Pair, PairState } from '../types.ts';
import { does, type OnApplication } from './doing.ts';

/**
 * Takes an application back. What was proposed falls through, an interview is called off. Refuses while a pair is under
 * way: that is ended first.
 */
export async function withdrawApplication(tx: Tx, on: OnApplication): Promise<Outcome<Application>> {
  const pairs = await listPairsOf(tx, on.applicationId);
  await lockAround(
    tx,
    pairs.filter((pair) => isIn(pair, ON_THE_WAY)).map(({ id }) => id),
  );
  return withdraw(tx, on);
}

const isIn = (pair: Pair, states: readonly PairState[]) => states.includes(pair.state);

const withdraw = does('withdraw', async (tx, { application }, { doer }) => {
  const pairs = await listPairsOf(tx, application.id);
  if (pairs.some((pair) => isIn(pair, RUNNING))) return refuse('end_the_pair_first');
  const house = { personId: doer.personId, party: 'house', now: doer.now } as const;
  for (const { id: pairId } of pairs.filter((one) => isIn(one, ON_THE_WAY))) {
    const over = await lapse(tx, { pairId, doer: house, without: application.side });
    if (!over.ok) return over;
  }
  await cancelInterviewAhead(tx, application.id, doer.now);
  return accept({ changes: { ended_at: doer.now } });
});
