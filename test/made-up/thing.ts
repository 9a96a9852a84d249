import type { Relation } from '../../src/platform/permissions.ts';
import type { Thing } from '../../src/platform/thing.ts';
import { walkEvents } from './events.ts';
import { walkPaths } from './paths.ts';
import { findWalk } from './store.ts';
import { walkMessages } from './words.ts';

export const WALK = 'walks.walk';

/** Whoever proposed a walk, or comes along. */
export const walker: Relation = {
  name: 'walker',
  async holds(db, personId, params) {
    const walk = await findWalk(db, params['id'] ?? '');
    return walk?.proposerId === personId || walk?.joinerId === personId;
  },
};

/** What the two write to each other about, and the proposer and the coordinators. */
export const walkThing: Thing = {
  kind: WALK,
  pathFor: (_onlooker, id) => walkPaths.walk({ id }),
  wordsIn(locale) {
    const t = walkMessages.in(locale);
    const back = t('back_to_walk');
    return { withStaff: t('talk_with_us'), together: t('talk_together'), back, lead: t('write_about_walk') };
  },
  async whoTalks(db, id) {
    const walk = await findWalk(db, id);
    return {
      together: walk?.joinerId ? [walk.proposerId, walk.joinerId] : [],
      withStaff: walk?.proposerId ?? null,
    };
  },
  doors: [
    {
      path: walkPaths.walkConversation.pattern,
      as: 'party',
      access: [walker, 'coordinator'],
      begins: [walker],
      audit: null,
    },
  ],
  whenTalkChanges: (settles) => [walkEvents.hear({ event: 'walks.walk.joined', ...settles('walkId') })],
};
