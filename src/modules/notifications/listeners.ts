import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/jobs/worker.ts';
import { tell } from './commands.ts';
import { findMatter, listNews } from './recipients.ts';
import { TELLINGS } from './rules/news.ts';

/** Hears every event that is told to anybody. Each person is told in a transaction of their own. */
export const listeners: readonly Listener[] = [...TELLINGS]
  .filter(([, tellings]) => tellings.length > 0)
  .map(([event]) => ({
    event,
    name: 'notifications.tell',
    async handle(heard, { db, clock }) {
      const now = clock();
      const matter = await findMatter(db, heard.ids);
      for (const news of await listNews(db, heard, now)) {
        await inTransaction(db, (tx) => tell(tx, news, { ...matter, now }));
      }
    },
  }));
