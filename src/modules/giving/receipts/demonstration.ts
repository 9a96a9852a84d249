import type { Tx } from '../../../platform/database/connect.ts';
import { done, type InventedWorld, type Step } from '../../../platform/parts/demonstration.ts';
import { listPersonIdsWithRole } from '../../people/index.ts';
import { mailAddressOf } from '../donors/mail-address.ts';
import { findDonor } from '../donors/store.ts';
import { insertThanks } from '../thanks/store.ts';
import { reissueReceipt, voidReceipt } from './change.ts';
import { giveIfWished } from './listeners.ts';
import { listGiftIdsOf, listGiftsWaiting } from './store/gifts.ts';
import { listReceipts, markPosted } from './store/lists.ts';
import { beginYearly } from './yearly/run.ts';

/** More than there are in this world. */
const ALL = { after: null, limit: 1000 } as const;
/** The treasurer brings receipts to the post every two weeks. */
const POSTED = { days: 14 } as const;

/** Receipts and thanks as far as they are nobody's news any more; what came in since is heard of as anywhere. */
export function receiptSteps(world: InventedWorld): Step[] {
  const lastOpenDay = world.openDay(-1);
  const before = world.at(lastOpenDay, '00:00').subtract({ minutes: 1 });
  const yearlyAt = world.at(lastOpenDay, '09:40');
  return [
    {
      at: before,
      async run(tx) {
        await hearOfAll(tx, world);
        await settle(tx, world, before);
      },
    },
    {
      at: yearlyAt,
      async run(tx) {
        const calendarYear = lastOpenDay.year - 1;
        const by = await treasurerOf(tx, world);
        done(await beginYearly(tx, { calendarYear, by, now: yearlyAt }), 'a run of yearly receipts');
      },
    },
  ];
}

async function hearOfAll(tx: Tx, world: InventedWorld): Promise<void> {
  for (const wish of ['each', 'yearly', 'none'] as const) {
    const { rows } = await listGiftsWaiting(tx, wish, ALL);
    for (const { id: giftId, donorId, receivedOn } of rows.toReversed()) {
      const now = world.at(receivedOn, '21:30');
      const donor = await findDonor(tx, donorId);
      const email = donor && (await mailAddressOf(tx, donor));
      await insertThanks(tx, { giftId, way: email ? 'mail' : 'by_hand', now });
      await giveIfWished(tx, '', { giftId, now });
    }
  }
}

/** Some were sent by post, one was issued again, and one was void. */
async function settle(tx: Tx, world: InventedWorld, now: Temporal.Instant): Promise<void> {
  await markPosted(tx, world.at(world.today.subtract(POSTED), '00:00'), now);
  const { rows } = await listReceipts(tx, {}, ALL);
  const [again, wrong] = rows.filter(({ isByPost }) => !isByPost).slice(1);
  if (again) done(await reissueReceipt(tx, { id: again.id, now }), 'a receipt issued again');
  if (!wrong) return;
  const by = await treasurerOf(tx, world);
  done(await voidReceipt(tx, { id: wrong.id, reason: '宛名に誤りがあったため', by, now }), 'a void receipt');
  for (const giftId of await listGiftIdsOf(tx, wrong.id)) await giveIfWished(tx, '', { giftId, now });
}

async function treasurerOf(tx: Tx, { today }: InventedWorld): Promise<string> {
  const [id] = await listPersonIdsWithRole(tx, 'treasurer', today);
  if (!id) throw new Error('there is no treasurer');
  return id;
}
