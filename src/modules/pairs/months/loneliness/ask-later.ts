import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../../platform/jobs/each.ts';
import { dayInJapan } from '../../../people/index.ts';
import { publish } from '../../events.ts';
import { personOf } from '../../pair/over.ts';
import { lockPair } from '../../pair/store.ts';
import { SIDES } from '../../types.ts';
import { hasBegun } from '../rules/calendar.ts';
import { begunAYearAgo } from '../rules/loneliness.ts';
import { insertAsk, listBegunWithin } from '../store/loneliness.ts';
import { findLonelinessDue } from './find-due.ts';

/** Writes to those whose pair began a year ago and who said how lonely they were before: by then nobody opens its page by themselves. Done twice, it does nothing. */
export async function askAYearLater(db: Database, now: Temporal.Instant): Promise<void> {
  const pairIds = await listBegunWithin(db, begunAYearAgo(dayInJapan(now)));
  await forEachByItself(pairIds, (pairId) => inTransaction(db, (tx) => askBoth(tx, pairId, now)));
}

async function askBoth(tx: Tx, pairId: string, now: Temporal.Instant): Promise<void> {
  const pair = await lockPair(tx, pairId);
  if (!pair || !hasBegun(pair)) return;
  for (const side of SIDES) {
    const personId = personOf(pair, side);
    const month = await findLonelinessDue(tx, pair, { personId, today: dayInJapan(now) });
    if (month !== 12 || !(await insertAsk(tx, { pairId, personId, now }))) continue;
    await publish(tx, {
      type: 'pairs.loneliness.due',
      ids: { pairId, personId },
      live: [`person:${personId}`],
    });
  }
}
