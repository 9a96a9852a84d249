import { DESK, type NewsDeclaration } from '../../../platform/news.ts';
import { personsKeptApart } from '../../trust/index.ts';
import { findNewestApplication } from '../applications/store.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { pairsPaths } from '../paths.ts';
import { interviewStanding } from './rules.ts';
import { listInterviews, waitingForInterview } from './store.ts';

type Declaration = NewsDeclaration<never, typeof pairsEvents.shapes>;
type Question = Parameters<Declaration['mayKnow']>[0];

/** Where the interview of whoever is told stands now. */
async function standingOf({ db, personId }: Question) {
  const application = await findNewestApplication(db, personId);
  return application && interviewStanding(application, await listInterviews(db, application.id)).is;
}

/** What applicants and coordinators hear of the interview. */
export const interviewNews = {
  pair_interview_times_opened: {
    event: 'pairs.interview.times_opened',
    group: PAIRS,
    urgency: 'waits',
    async whom({ db, ids }) {
      const apart = await personsKeptApart(db, ids.hostId ?? '');
      return (await waitingForInterview(db)).filter((id) => id !== ids.hostId && !apart.has(id));
    },
    path: () => pairsPaths.own(),
    mayKnow: async (question) => ['missing', 'again', 'missed'].includes((await standingOf(question)) ?? ''),
    sameAs: ['pair_interview_times_opened'],
  },
  pair_interview_set: {
    event: 'pairs.interview.set',
    group: PAIRS,
    urgency: 'waits',
    whom: ({ ids }) => [ids.personId],
    path: () => pairsPaths.own(),
    mayKnow: async (question) => (await standingOf(question)) === 'ahead',
    sameAs: ['pair_interview_times_opened'],
  },
  desk_pair_interview_set: {
    event: 'pairs.interview.set',
    group: DESK,
    urgency: 'waits',
    whom: ({ ids }) => [ids.hostId],
    object: ({ applicationId }) => applicationId,
    path: (id) => pairsPaths.deskApplication({ id }),
    mayKnow: async ({ roles }) => roles.has('coordinator'),
  },
} as const satisfies Readonly<Record<string, Declaration>>;
