import { DESK, defineNews, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { storiesEvents } from '../events.ts';
import { storiesPaths } from '../paths.ts';
import { findStory } from '../store/stories.ts';
import type { StoryState } from '../types.ts';
import { storiesMessages } from '../words.ts';

const whileIt =
  (state: StoryState) =>
  async ({ db, objectId }: NewsQuestion): Promise<boolean> =>
    (await findStory(db, objectId))?.state === state;

const onDesk = {
  group: DESK,
  urgency: 'waits',
  object: ({ storyId }: { readonly storyId?: string | undefined }) => storyId,
  path: (id: string) => storiesPaths.deskStory({ id }),
  whom: ({ db, now }: { readonly db: NewsQuestion['db']; readonly now: Temporal.Instant }) =>
    listCoordinators(db, now),
  mayKnow: async ({ roles }: NewsQuestion) => roles.has('coordinator'),
} as const;

/** What coordinators hear of stories; whoever is in one is written to by letters of their own. */
export const storiesNews = defineNews(
  { words: storiesMessages, events: storiesEvents },
  {
    desk_story_told: { ...onDesk, event: 'stories.story.told', isStillSo: whileIt('told') },
    desk_story_agreed: { ...onDesk, event: 'stories.story.agreed', isStillSo: whileIt('agreed') },
    desk_story_recalled: { ...onDesk, event: 'stories.story.recalled' },
  },
);
