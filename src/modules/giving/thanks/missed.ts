import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { listUnthanked } from './store.ts';
import { type ThanksTools, thankFor } from './thank.ts';

/** So long it is tried again each day; thanks that come later would be odd. */
const TRIED = { hours: 24 * 30 } as const;
/** What came in since is still on its way. */
const ON_ITS_WAY = { hours: 1 } as const;

/** Thanks for gifts whose thanks the queue has given up, so that nobody is missing. Done twice, it does nothing. */
export const thankMissedTask = (tools: ThanksTools): Task => ({
  name: 'giving-thank-missed',
  cron: '15 1 * * *',
  async run(_, { db, clock }) {
    const now = clock();
    const recorded = { from: now.subtract(TRIED), until: now.subtract(ON_ITS_WAY) };
    await forEachByItself(await listUnthanked(db, recorded), (giftId) =>
      inTransaction(db, (tx) => thankFor(tx, { giftId, now }, tools)),
    );
  },
});
