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
  // Each look goes through all gifts: where nothing is left for one deed of a month, nothing is for its others.
  const without = new Set<string>();
  await forEachByItself(await listToPay(db, since), async ({ id, kind, doneIn }) => {
    const month = `${kind} ${doneIn}`;
    if (without.has(month)) return;
    if (!(await inTransaction(db, (tx) => payFor(tx, id, now)))) without.add(month);
  });
}

/** @returns false where no gift has anything left */
async function payFor(tx: Tx, deedId: string, now: Temporal.Instant): Promise<boolean> {
  const deed = await lockToPay(tx, deedId);
  if (!deed) return true;
  const gifts = await listLeft(tx, deed);
  const others = gifts.filter(({ hasPaid }) => !hasPaid);
  for (const share of pay(deed.open, others)) await insertShare(tx, { ...share, deedId, now });
  return gifts.length > 0;
}
