import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import type { NewsKind } from '../../platform/news.ts';
import { tell } from './commands.ts';
import { findMatter } from './matter.ts';
import { listNews } from './recipients.ts';
import type { AllNews } from './rules/all-news.ts';

/**
 * Hears every event that is told to anybody. Each person is told in a transaction of their own: with whom it fails is told
 * at the next try, and nobody waits behind them.
 */
export function newsListeners(all: AllNews): readonly Listener[] {
  const events = all.kinds.flatMap((kind) => kind.events.map((event) => ({ event, kind })));
  return [...Map.groupBy(events, ({ event }) => event)].flatMap(([event, told]) => {
    const kinds = told.map(({ kind }) => kind);
    return kinds[0] ? [listener(all, event, [kinds[0], ...kinds.slice(1)])] : [];
  });
}

function listener(all: AllNews, event: string, kinds: readonly [NewsKind, ...NewsKind[]]): Listener {
  return kinds[0].hear(event, {
    name: 'notifications.tell',
    async handle(heard, { db, clock }) {
      const now = clock();
      const told = Map.groupBy(await listNews(db, kinds, heard, now), ({ kind }) => kind);
      // Of one event, what is told as one kind is about one thing, to however many people.
      await forEachByItself([...told.values()], async (same) => {
        const [first] = same;
        if (!first) return;
        const matter = await findMatter(db, all, first);
        await forEachByItself(same, (news) =>
          inTransaction(db, (tx) => tell(tx, all, news, { ...matter, now })),
        );
      });
    },
  });
}
