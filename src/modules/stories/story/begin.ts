import type { StoryDrafts } from '../../../platform/parts/story-drafts.ts';
import { storiesPaths } from '../paths.ts';
import { findBegunFrom, insertStory } from '../store/stories.ts';
import { writeTold } from '../text/commands.ts';
import { nameTeller } from './commands.ts';
import { tellOf } from './doing.ts';

/**
 * Stories that coordinators begin from what another module holds. Whoever begins one tells it for the organization: they are
 * the first in it, and everybody else who is in it is added and asked as in any story.
 */
export const storyDrafts: StoryDrafts = {
  async begin(tx, { source, locale, pieces }, { personId: tellerId, now }) {
    if (await findBegunFrom(tx, source)) return null;
    const about = { tellerId, part: 'staff', source: locale, isGuarded: false, invitedBy: null } as const;
    const id = await insertStory(tx, { ...about, state: 'told', given: null, begunFrom: source }, now);
    await nameTeller(tx, id, about);
    await writeTold(tx, { id, revision: 0, source: locale }, { pieces, by: tellerId, now });
    await tellOf(tx, 'stories.story.told', { id, tellerId }, { byPersonId: tellerId });
    return storiesPaths.deskStory({ id });
  },
  async find(db, source) {
    const id = await findBegunFrom(db, source);
    return id && storiesPaths.deskStory({ id });
  },
};
