import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import { returnGift } from '../../gifts/return.ts';
import { lockGift, reopenPledge } from '../../gifts/store.ts';
import { takeBack } from '../../ledger/book.ts';
import type { By } from '../../types.ts';
import { listExplanations, markUndone } from '../store/explanations.ts';
import { moveLine } from '../store/lines.ts';
import type { Explanation, Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';

/** Takes back all that explains a line: it waits again. Refuses where a gift of it was refunded meanwhile. */
export async function undoExplanation(tx: Tx, on: Deciding): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, { state: 'explained' });
  if (!line.ok) return line;
  const undone = await takeExplanationsBack(tx, line.value, on.by);
  if (!undone.ok) return undone;
  await moveLine(tx, line.value.id, { state: line.value.kind === 'out' ? 'out' : 'unexplained' });
  return accept(null);
}

/** By reversal, each for itself; where the line goes then says the caller. */
export async function takeExplanationsBack(tx: Tx, line: Line, by: By): Promise<Outcome<null>> {
  const told = await listExplanations(tx, line.id);
  for (const one of told) if (!(await takeOneBack(tx, one, by))) return refuse('gift_is_refunded_already');
  await markUndone(
    tx,
    told.map(({ id }) => id),
    by,
  );
  return accept(null);
}

async function takeOneBack(tx: Tx, one: Explanation, by: By): Promise<boolean> {
  const { giftId, transactionId } = one;
  const back = { kind: 'correction', occurredOn: dayInJapan(by.now), by } as const;
  if (giftId !== null) return takeGiftBack(tx, { ...back, giftId, source: `bank:back:${one.id}` });
  // Booked elsewhere: there is nothing of ours to take back.
  return transactionId === null || (await takeBack(tx, transactionId, back)) !== null;
}

/** It was none, or somebody else's: its money is unexplained again, and what announced it waits again. */
async function takeGiftBack(
  tx: Tx,
  back: Omit<Parameters<typeof returnGift>[1], 'amount' | 'from'>,
): Promise<boolean> {
  const gift = await lockGift(tx, back.giftId);
  if (gift?.state !== 'received' || gift.returned > 0) return false;
  await returnGift(tx, { ...back, amount: gift.amount, from: 'unexplained' });
  if (gift.pledgeId) await reopenPledge(tx, gift.pledgeId);
  return true;
}
