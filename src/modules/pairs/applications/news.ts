import { DESK, type NewsDeclaration } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import type { pairsEvents } from '../events.ts';
import { PAIRS } from '../news-group.ts';
import { pairsPaths } from '../paths.ts';
import type { ApplicationState } from '../types.ts';
import { listApplicantIds } from './store/list.ts';
import { findNewestApplication } from './store.ts';

type Declaration = NewsDeclaration<never, typeof pairsEvents.shapes>;

/** To the applicant, as long as it stands where the news say. */
const toApplicant = (...states: readonly ApplicationState[]) =>
  ({
    group: PAIRS,
    urgency: 'waits',
    whom: ({ ids }) => [ids.personId],
    path: () => pairsPaths.own(),
    mayKnow: async ({ db, personId }) => {
      const own = await findNewestApplication(db, personId);
      return own !== null && states.includes(own.state);
    },
  }) as const satisfies Partial<Declaration>;

/** What applicants hear of their application, and the office of one that has come. */
export const applicationNews = {
  pair_application_came: {
    event: 'pairs.application.submitted',
    group: DESK,
    urgency: 'waits',
    // Not the one whose own it is.
    whom: async ({ db, ids, now }) => (await listCoordinators(db, now)).filter((id) => id !== ids.personId),
    object: ({ applicationId }) => applicationId,
    path: (id) => pairsPaths.deskApplication({ id }),
    mayKnow: async ({ roles }) => roles.has('coordinator'),
  },
  pair_application_accepted: {
    ...toApplicant('accepted', 'ready'),
    event: 'pairs.application.accepted',
    sameAs: ['pair_application_ready'],
  },
  pair_terms_changed: {
    ...toApplicant('accepted', 'ready', 'paused'),
    event: 'pairs.terms.changed',
    whom: ({ db, ids }) => listApplicantIds(db, ids.side === 'volunteer' ? 'volunteer' : 'resident'),
  },
  pair_application_declined: { ...toApplicant('declined'), event: 'pairs.application.declined' },
  pair_application_ready: {
    ...toApplicant('ready', 'paused'),
    event: 'pairs.application.ready',
    sameAs: ['pair_application_accepted'],
  },
} as const satisfies Readonly<Record<string, Declaration>>;
