import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import { returnGift } from '../../gifts/return.ts';
import { lockGift, reopenPledge } from '../../gifts/store.ts';
import type { Gift } from '../../gifts/types.ts';
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

/**
 * By reversal, each for itself; where the line goes then says the caller. Refuses before anything is written, so that a payout is
 * never taken back by halves.
 */
export async function takeExplanationsBack(tx: Tx, line: Line, by: By): Promise<Outcome<null>> {
  const told = await listExplanations(tx, line.id);
  const gifts = new Map<string, Gift>();
  for (const { giftId } of told) {
    const gift = giftId === null ? null : await lockGift(tx, giftId);
    if (gift && (gift.state !== 'received' || gift.returned > 0)) return refuse('gift_is_refunded_already');
    if (gift) gifts.set(gift.id, gift);
  }
  for (const one of told) await takeOneBack(tx, one, { gift: gifts.get(one.giftId ?? ''), by });
  await markUndone(
    tx,
    told.map(({ id }) => id),
    by,
  );
  return accept(null);
}

/** What was a gift was none, or somebody else's: its money is unexplained again, and what announced it waits again. */
async function takeOneBack(
  tx: Tx,
  { id, transactionId }: Explanation,
  { gift, by }: { readonly gift: Gift | undefined; readonly by: By },
): Promise<void> {
  const back = { kind: 'correction', occurredOn: dayInJapan(by.now), by } as const;
  if (gift) {
    const { id: giftId, amount, pledgeId } = gift;
    await returnGift(tx, { ...back, giftId, amount, source: `bank:back:${id}`, from: 'unexplained' });
    if (pledgeId) await reopenPledge(tx, pledgeId);
    // Booked elsewhere, there is nothing of ours to take back.
  } else if (transactionId !== null) await takeBack(tx, transactionId, back);
}
