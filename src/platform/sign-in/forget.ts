import type { Task } from '../jobs/worker.ts';

/** Forgets what no longer serves: codes and challenges after a day, sessions a month after their end. */
export const forgetSignInsTask: Task = {
  name: 'forget-sign-ins',
  cron: '17 18 * * *',
  async run(_payload, { db, clock }) {
    const yesterday = clock().subtract({ hours: 24 });
    const monthAgo = clock().subtract({ hours: 30 * 24 });
    await db.deleteFrom('auth.codes').where('expires_at', '<', yesterday).execute();
    await db.deleteFrom('auth.challenges').where('expires_at', '<', yesterday).execute();
    await db.deleteFrom('auth.sessions').where('ended_at', '<', monthAgo).execute();
    await db
      .deleteFrom('auth.sessions')
      .where('created_at', '<', clock().subtract({ hours: 365 * 24 }))
      .execute();
  },
};
