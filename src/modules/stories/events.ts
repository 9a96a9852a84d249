import { defineEvents } from '../../platform/events/define.ts';

const STORY = ['storyId', 'tellerId', 'byPersonId?'] as const;

/** What happens with what people tell. */
export const storiesEvents = defineEvents({
  'stories.story.invited': STORY,
  'stories.story.told': STORY,
  'stories.story.declined': STORY,
  'stories.story.asked': STORY,
  'stories.story.agreed': STORY,
  'stories.story.reopened': STORY,
  'stories.story.published': STORY,
  'stories.story.recalled': STORY,
});
export const { publish } = storiesEvents;
