import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import { tell } from './commands.ts';
import { tellable } from './events.ts';
import { findMatter, listNews } from './recipients.ts';
import { TELLINGS } from './rules/news.ts';

/**
 * Hears every event that is told to anybody. Each person is told in a transaction of their own: with whom it fails is told
 * at the next try, and nobody waits behind them.
 */
export const listeners: readonly Listener[] = [...TELLINGS]
  .filter(([, tellings]) => tellings.length > 0)
  .map(([event]) =>
    tellable.hear({
      event,
      name: 'notifications.tell',
      async handle(heard, { db, clock }) {
        const now = clock();
        const matter = await findMatter(db, heard.ids);
        await forEachByItself(await listNews(db, heard, now), (news) =>
          inTransaction(db, (tx) => tell(tx, news, { ...matter, now })),
        );
      },
    }),
  );
