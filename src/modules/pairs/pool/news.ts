import type { NewsDeclaration } from '../../../platform/news.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { pairsPaths } from '../paths.ts';
import { isAskedWhether } from './waiting.ts';

const toOwnPage = {
  group: PAIRS,
  urgency: 'waits',
  whom: ({ ids }) => [ids.personId],
  path: () => pairsPaths.own(),
  mayKnow: async () => true,
} as const satisfies Partial<NewsDeclaration<never, typeof pairsEvents.shapes>>;

/** What somebody in the pool is written to after a long silence. */
export const poolNews = {
  still_wish: { ...toOwnPage, event: 'pairs.application.asked_whether', isStillSo: isAskedWhether },
  wait_expired: { ...toOwnPage, event: 'pairs.application.expired' },
} as const satisfies Readonly<Record<string, NewsDeclaration<never, typeof pairsEvents.shapes>>>;
