import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { lockStory, type StoryChanges, updateStory } from '../store/stories.ts';
import type { Story } from '../types.ts';
import { storyLife } from './life.ts';

export interface OnStory {
  readonly storyId: string;
  readonly as: 'teller' | 'coordinator' | 'house' | 'anybody in it';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** What the page had shown; absent where it does not matter. */
  readonly version?: number | undefined;
}

interface Ending {
  readonly changes: StoryChanges;
}

type StoryEvent = Extract<(typeof storyLife.acts)[keyof typeof storyLife.acts], { event: string }>['event'];

export const { enter, does } = doing<typeof storyLife.acts, OnStory, Story, Ending, Story>({
  life: storyLife,
  unknown: 'story_is_unknown',
  lock: (tx, { storyId }) => lockStory(tx, storyId),
  stateOf: ({ state }) => state,
  partyOf: (on) => on.as,
  isTheirs: (story, { version }) =>
    version !== undefined && version !== story.version ? refuse('story_has_changed_since') : accept(null),
  async move(tx, { from, to, scene, ending }) {
    await updateStory(tx, scene.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  tell: (tx, type, { scene, on }) => tellOf(tx, type, scene, on),
  done: (story) => story,
});

/** Publishes what has happened with a story. */
export function tellOf(
  tx: Tx,
  type: StoryEvent,
  { id, tellerId }: Pick<Story, 'id' | 'tellerId'>,
  { byPersonId }: Pick<OnStory, 'byPersonId'>,
): Promise<void> {
  const ids = { storyId: id, tellerId, ...(byPersonId && { byPersonId }) };
  return publish(tx, { type, ids, live: ['desk', `person:${tellerId}`] });
}
