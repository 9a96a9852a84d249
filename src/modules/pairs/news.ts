import { defineNews } from '../../platform/news.ts';
import { applicationNews } from './applications/news.ts';
import { closingNews } from './closing/news.ts';
import { pairsEvents } from './events.ts';
import { interviewNews } from './interview/news.ts';
import { monthsNews } from './months/news.ts';
import { PAIRS } from './news-group.ts';
import { pairNews } from './pair/news.ts';
import { pairsPaths } from './paths.ts';
import { poolNews } from './pool/news.ts';
import { wishIsMutual } from './wishes/news.ts';
import { pairsMessages } from './words.ts';

/** What both sides hear of their applications and their pair, and the office of what waits for it. */
export const pairsNews = defineNews(
  { words: pairsMessages, events: pairsEvents },
  {
    ...applicationNews,
    ...interviewNews,
    ...monthsNews,
    ...poolNews,
    ...closingNews,
    ...pairNews,
    wish_is_mutual: {
      event: 'pairs.wish.mutual',
      group: PAIRS,
      urgency: 'waits',
      whom: ({ ids }) => [ids.residentId, ids.volunteerId],
      path: () => pairsPaths.wishes(),
      mayKnow: wishIsMutual,
    },
  },
);
