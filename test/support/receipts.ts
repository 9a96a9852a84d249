import { insertDonor, type NewDonor } from '../../src/modules/giving/donors/store.ts';
import { receiveGift } from '../../src/modules/giving/gifts/receive.ts';
import type { Receiving } from '../../src/modules/giving/gifts/types.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';

const day = Temporal.PlainDate.from;

/** A donor who wishes for receipts in some way, and what they gave: amounts by the days on which they came in. */
export function donorWith(
  db: Database,
  who: NewDonor,
  gifts: Readonly<Record<string, number>>,
  more: Partial<Receiving> = {},
): Promise<{ readonly donorId: string; readonly giftIds: readonly string[] }> {
  return inTransaction(db, async (tx) => {
    const donorId = await insertDonor(tx, who);
    const giftIds: string[] = [];
    for (const [on, amount] of Object.entries(gifts)) {
      const source = `test:${crypto.randomUUID()}`;
      const days = { givenOn: day(on), receivedOn: day(on) };
      const by = { personId: null, now: who.now };
      const gift = {
        source,
        donorId,
        fund: 'general',
        amount,
        channel: 'bank',
        ...days,
        ...more,
        by,
      } as const;
      giftIds.push((await receiveGift(tx, gift)) ?? '');
    }
    return { donorId, giftIds };
  });
}
