import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import type { GivingServices } from '../../services.ts';
import { LOOK } from '../notices/hear.ts';

export const CLOSE_PAGE = 'giving-close-page';

/** Closes the provider's page at which a card failed, as far as it is open, and has our books hear of it. */
export const closePageTask = ({ payments }: Pick<GivingServices, 'payments'>): Task => ({
  name: CLOSE_PAGE,
  async run(payload, { db }) {
    const { charge } = payload as { readonly charge: string };
    const page = await payments?.closePage(charge);
    if (!page) return;
    const at = { kind: 'checkout', objectId: page };
    await inTransaction(db, (tx) => addJob(tx, LOOK, at, { key: `${LOOK}:${page}` }));
  },
});
