import type { Task } from '../jobs/worker.ts';

/** Idempotency keys serve a form that is still open somewhere; after three days nobody presses its button again. */
const KEYS_ARE_KEPT = { hours: 72 };
const WINDOWS_ARE_KEPT = { hours: 24 };

/** Deletes what the web kit keeps only for a while: keys of sent forms, counted tries, forms kept for a sign-in. */
export const forgetRequestsTask: Task = {
  name: 'forget-requests',
  cron: '20 * * * *',
  async run(_payload, { db, clock }) {
    const now = clock();
    await db
      .deleteFrom('platform.idempotency_keys')
      .where('created_at', '<', now.subtract(KEYS_ARE_KEPT))
      .execute();
    await db
      .deleteFrom('platform.rate_windows')
      .where('started_at', '<', now.subtract(WINDOWS_ARE_KEPT))
      .execute();
    await db.deleteFrom('platform.kept_forms').where('delete_after', '<', now).execute();
  },
};
