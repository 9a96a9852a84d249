import { listCoordinators } from '../../src/modules/people/index.ts';
import { DESK, defineNews } from '../../src/platform/news.ts';
import { walkEvents } from './events.ts';
import { walkPaths } from './paths.ts';
import { findWalk } from './store.ts';
import { walker } from './thing.ts';
import { walkMessages } from './words.ts';

const toWalk = {
  object: ({ walkId }: { readonly walkId?: string | undefined }) => walkId,
  path: (id: string) => walkPaths.walk({ id }),
  urgency: 'waits',
} as const;

/** What is told of walks: to the coordinators that one waits, to its proposer that somebody comes along. */
export const walkNews = defineNews(
  { words: walkMessages, events: walkEvents },
  {
    walk_proposed: {
      ...toWalk,
      event: 'walks.walk.proposed',
      group: DESK,
      whom: ({ db, now }) => listCoordinators(db, now),
      mayKnow: async ({ roles }) => roles.has('coordinator'),
    },
    walk_joined: {
      ...toWalk,
      event: 'walks.walk.joined',
      group: { name: 'walks', order: 50, label: walkMessages.label('group_walks') },
      async whom({ db, ids }) {
        const walk = await findWalk(db, ids.walkId ?? '');
        return walk ? [walk.proposerId] : [];
      },
      mayKnow: ({ db, personId, objectId }) => walker.holds(db, personId, { id: objectId }),
    },
  },
);
