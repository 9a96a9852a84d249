import { DESK, defineNews, type NewsGroup, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { seasonEvents } from '../events.ts';
import { seasonPaths } from '../paths.ts';
import { findAlone } from '../store/alone.ts';
import { findCall } from '../store/calls.ts';
import { seasonMessages } from '../words.ts';

const SEASON: NewsGroup = { name: 'season', order: 55, label: seasonMessages.label('group_season') };

const onDesk = {
  group: DESK,
  urgency: 'waits',
  mayKnow: async ({ roles }: NewsQuestion) => roles.has('coordinator'),
} as const;
const ofCall = {
  group: SEASON,
  urgency: 'if_soon',
  mayKnow: async () => true,
} as const;
const isArranged = async ({ db, objectId }: NewsQuestion) =>
  (await findCall(db, objectId))?.state === 'arranged';

/** What is told of the days around New Year. No sentence says that somebody is alone: mails are read over shoulders. */
export const seasonNews = defineNews(
  { words: seasonMessages, events: seasonEvents },
  {
    season_desk_waits: {
      ...onDesk,
      event: 'season.alone.said',
      whom: ({ db, now }) => listCoordinators(db, now),
      object: ({ aloneId }) => aloneId,
      path: (id) => seasonPaths.deskAlone({ id }),
      isStillSo: async ({ db, objectId }) => (await findAlone(db, objectId)) !== null,
    },
    season_desk_missed: {
      ...onDesk,
      event: 'season.call.missed',
      whom: ({ db, now }) => listCoordinators(db, now),
      path: () => seasonPaths.desk(),
    },
    season_you_call: {
      ...ofCall,
      event: 'season.call.arranged',
      whom: ({ ids }) => [ids.volunteerId],
      object: ({ callId }) => callId,
      path: (id) => seasonPaths.call({ id }),
      mayKnow: async ({ db, objectId, personId }) => (await findCall(db, objectId))?.volunteerId === personId,
      isStillSo: isArranged,
    },
    season_arranged: {
      ...ofCall,
      event: 'season.call.arranged',
      whom: ({ ids }) => [ids.residentId],
      path: () => seasonPaths.mine(),
    },
    season_call_off: {
      ...ofCall,
      event: 'season.call.called_off',
      whom: ({ ids }) => [ids.volunteerId],
      path: () => seasonPaths.hours(),
      mayKnow: async ({ roles }) => roles.has('volunteer'),
    },
    season_called_off: {
      ...ofCall,
      event: 'season.call.called_off',
      whom: ({ ids }) => [ids.residentId],
      path: () => seasonPaths.mine(),
    },
  },
);
