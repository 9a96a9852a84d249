import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { explainsLine } from '../bank/store/explanations.ts';
import type { By } from '../types.ts';
import { returnGift } from './return.ts';
import { lockGift } from './store.ts';
import type { Gift } from './types.ts';

/**
 * Takes back a gift that was entered wrongly, by what remains of it, on the day on which it is found out. Refuses one of which
 * nothing is left, one that the payment provider knows of (it is refunded), and one that explains a line of the bank: that is
 * undone there, or the line would stay explained.
 */
export async function correctGift(
  tx: Tx,
  giftId: string,
  { reason, by }: { readonly reason: string; readonly by: By },
): Promise<Outcome<Gift>> {
  const gift = await lockGift(tx, giftId);
  if (!gift) return refuse('there_is_no_such_gift');
  if (gift.providerCharge !== null) return refuse('gift_of_a_card_is_refunded');
  if (await explainsLine(tx, giftId)) return refuse('gift_of_a_bank_line_is_undone_there');
  const amount = gift.amount - gift.returned;
  if (amount === 0) return refuse('gift_is_returned_already');
  await returnGift(tx, {
    giftId,
    source: `corrected:${giftId}`,
    kind: 'correction',
    amount,
    occurredOn: dayInJapan(by.now),
    memo: reason,
    by,
  });
  return accept(gift);
}
