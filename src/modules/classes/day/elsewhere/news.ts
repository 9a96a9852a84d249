import { DESK, defineNews, type NewsQuestion } from '../../../../platform/news.ts';
import { listCoordinators } from '../../../people/index.ts';
import { CHILDREN } from '../../children/elsewhere/news.ts';
import { isGuardianOf, listGuardianIds } from '../../children/store/guardianships.ts';
import { dayEvents } from '../events.ts';
import { dayPaths } from '../paths.ts';
import { isStillHere, isStillOpen } from '../store/still-here.ts';
import { dayMessages } from '../words.ts';

interface Ids {
  readonly childId?: string | undefined;
  readonly sessionId?: string | undefined;
}

const toFamily = {
  group: CHILDREN,
  whom: ({ db, ids }: { readonly db: NewsQuestion['db']; readonly ids: Ids }) =>
    listGuardianIds(db, ids.childId ? [ids.childId] : []),
  object: ({ childId }: Ids) => childId,
  path: (id: string) => dayPaths.learning({ id }),
  mayKnow: ({ db, personId, objectId }: NewsQuestion) => isGuardianOf(db, personId, objectId),
} as const;

const toDesk = {
  group: DESK,
  urgency: 'now',
  isGrave: true,
  whom: ({ db, now }: Pick<NewsQuestion, 'db' | 'now'>) => listCoordinators(db, now),
  object: ({ sessionId }: Ids) => sessionId,
  path: (id: string) => dayPaths.day({ id }),
  mayKnow: async ({ roles }: NewsQuestion) => roles.has('coordinator'),
} as const;

/** What is told of a day. No sentence says a child's name or what has happened: mails are read over shoulders. */
export const dayNews = defineNews(
  { words: dayMessages, events: dayEvents },
  {
    class_not_fetched: {
      ...toFamily,
      event: 'classes.child.not_fetched',
      urgency: 'now',
      isGrave: true,
      isStillSo: ({ db, objectId }) => isStillHere(db, objectId),
    },
    class_incident: { ...toFamily, event: 'classes.incident.reported', urgency: 'now', isGrave: true },
    class_record: { ...toFamily, event: 'classes.record.written', urgency: 'waits' },
    desk_class_handover: { ...toDesk, event: 'classes.child.handed_over_unlisted' },
    desk_class_not_fetched: {
      ...toDesk,
      event: 'classes.child.not_fetched',
      isStillSo: ({ db, objectId }) => isStillOpen(db, objectId),
    },
    desk_class_incident: { ...toDesk, event: 'classes.incident.reported' },
  },
);
