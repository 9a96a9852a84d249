import { DESK, defineNews, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { guidesEvents } from '../events.ts';
import { guidesPaths } from '../paths.ts';
import { findCheck, findOpenOf } from '../store/checks.ts';
import { findGuide } from '../store/guides.ts';
import { guidesMessages } from '../words.ts';

const isCoordinator = async ({ roles }: NewsQuestion) => roles.has('coordinator');
const onDesk = { group: DESK, urgency: 'waits', mayKnow: isCoordinator } as const;
const ofGuide = {
  object: ({ guideId }: { readonly guideId?: string | undefined }) => guideId,
  path: (id: string) => guidesPaths.deskGuide({ id }),
} as const;

/** What is told of guides: to coordinators, of each other's and of what volunteers found; to a volunteer, their small task. */
export const guidesNews = defineNews(
  { words: guidesMessages, events: guidesEvents },
  {
    desk_guide_waits: {
      ...onDesk,
      ...ofGuide,
      event: 'guides.guide.submitted',
      whom: ({ db, now }) => listCoordinators(db, now),
      isStillSo: async ({ db, objectId }) => (await findGuide(db, objectId))?.state === 'in_review',
    },
    desk_guide_came_back: {
      ...onDesk,
      ...ofGuide,
      event: 'guides.guide.sent_back',
      async whom({ db, ids }) {
        const guide = await findGuide(db, ids.guideId ?? '');
        return guide?.submittedBy ? [guide.submittedBy] : [];
      },
      isStillSo: async ({ db, objectId }) => (await findGuide(db, objectId))?.state === 'draft',
    },
    desk_fact_changed: {
      ...onDesk,
      event: 'guides.check.reported',
      whom: ({ db, now }) => listCoordinators(db, now),
      object: ({ factId }) => factId,
      path: (id) => guidesPaths.deskFact({ id }),
      isStillSo: async ({ db, objectId }) => (await findOpenOf(db, objectId))?.state === 'changed',
    },
    fact_to_check: {
      group: { name: 'guides', order: 60, roles: ['volunteer'], label: guidesMessages.label('group_guides') },
      urgency: 'waits',
      event: 'guides.check.asked',
      whom: ({ ids }) => [ids.volunteerId],
      object: ({ checkId }) => checkId,
      path: (id) => guidesPaths.check({ id }),
      mayKnow: async ({ db, personId, objectId }) =>
        (await findCheck(db, objectId))?.volunteerId === personId,
      isStillSo: async ({ db, objectId }) => (await findCheck(db, objectId))?.state === 'asked',
    },
  },
);
