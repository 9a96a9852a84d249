import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import { dayInJapan } from '../../people/index.ts';
import { monthOf, pay } from './rules.ts';
import { insertShare, listLeft, listToPay, lockToPay } from './store/shares.ts';

/** What no gift has paid for by then was paid by others. */
const LOOKS_BACK = { years: 2 };

/** Has gifts pay for deeds, the first ones first, each yen and each deed once. Done twice, it does nothing. */
export async function shareGifts(db: Database, now: Temporal.Instant): Promise<void> {
  const since = monthOf(dayInJapan(now)).subtract(LOOKS_BACK);
  await forEachByItself(await listToPay(db, since), (id) => inTransaction(db, (tx) => payFor(tx, id, now)));
}

async function payFor(tx: Tx, deedId: string, now: Temporal.Instant): Promise<void> {
  const deed = await lockToPay(tx, deedId);
  if (!deed) return;
  for (const share of pay(deed.open, await listLeft(tx, deed)))
    await insertShare(tx, { ...share, deedId, now });
}
