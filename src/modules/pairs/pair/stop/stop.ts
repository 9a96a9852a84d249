import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { endByHouse } from '../../closing/end-pair.ts';
import { lapse } from '../../propose/answer.ts';
import { ON_THE_WAY } from '../life.ts';
import { otherSide } from '../over.ts';
import { findPair, listLivePairsOf } from '../store.ts';

/**
 * Ends what was promised with somebody who may not, or can't, any more: a proposal comes to nothing, a pair has ended.
 * Nobody is told why. Doing it again changes nothing.
 * @param stopping.withId only what they have with this person
 * @param stopping.asApplicant only what they applied for themselves, not what their household did
 */
export async function stopPairsOf(
  db: Database,
  stopping: {
    readonly personId: string;
    readonly withId?: string;
    readonly asApplicant?: true;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  for (const { pairId, side } of await listLivePairsOf(db, stopping)) {
    const on = { pairId, doer: { personId: null, party: 'house', now: stopping.now } } as const;
    await inTransaction(db, async (tx) => {
      const pair = await findPair(tx, pairId);
      const isOnTheWay = ON_THE_WAY.some((state) => state === pair?.state);
      // Somebody may have ended it since the list was read: then there is nothing to end.
      await (isOnTheWay
        ? lapse(tx, { ...on, without: side })
        : endByHouse(tx, { ...on, left: otherSide(side) }));
    });
  }
}
