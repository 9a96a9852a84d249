import { DESK, defineNews, type NewsGroup, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { classesEvents } from '../events.ts';
import { classesPaths } from '../paths.ts';
import { listCommitments } from '../store/commitments.ts';
import { findSession } from '../store/sessions.ts';
import { classesMessages } from '../words.ts';

/** What tutors are told. */
const TEACHING: NewsGroup = {
  name: 'classes_teaching',
  order: 40,
  roles: ['tutor', 'volunteer'],
  label: classesMessages.label('group_teaching'),
};

const isAhead = async ({ db, objectId, now }: NewsQuestion): Promise<boolean> => {
  const session = await findSession(db, objectId);
  return session !== null && Temporal.Instant.compare(now, session.startsAt) < 0;
};
const teaches = async ({ db, objectId, personId }: NewsQuestion): Promise<boolean> =>
  (await listCommitments(db, [objectId])).some((one) => one.personId === personId);

/** What tutors and coordinators hear of each other. */
export const classesNews = defineNews(
  { words: classesMessages, events: classesEvents },
  {
    class_asks_you: {
      group: TEACHING,
      urgency: 'if_soon',
      event: 'classes.commitment.asked',
      whom: ({ ids }) => [ids.personId],
      object: ({ sessionId }) => sessionId,
      path: () => classesPaths.teaching(),
      mayKnow: teaches,
      isStillSo: async (question) => {
        const all = await listCommitments(question.db, [question.objectId]);
        return all.some(({ personId, state }) => personId === question.personId && state === 'asked');
      },
    },
    class_is_cancelled: {
      group: TEACHING,
      urgency: 'now',
      event: 'classes.session.cancelled',
      async whom({ db, ids }) {
        const all = await listCommitments(db, [ids.sessionId ?? '']);
        return all
          .filter(({ state }) => state === 'yes' || state === 'asked')
          .map(({ personId }) => personId);
      },
      object: ({ sessionId }) => sessionId,
      path: () => classesPaths.teaching(),
      mayKnow: teaches,
    },
    desk_tutor_drops_out: {
      group: DESK,
      urgency: 'waits',
      event: 'classes.commitment.declined',
      whom: ({ db, now }) => listCoordinators(db, now),
      object: ({ sessionId }) => sessionId,
      path: (id) => classesPaths.deskSession({ id }),
      mayKnow: async ({ roles }) => roles.has('coordinator'),
      isStillSo: isAhead,
    },
  },
);
