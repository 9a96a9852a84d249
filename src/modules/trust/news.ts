import { housePaths } from '../../platform/addresses/paths.ts';
import { DESK, defineNews, type NewsQuestion, SAFETY } from '../../platform/news.ts';
import { listAdministrators, listCoordinators } from '../people/index.ts';
import { keepsClearances, listKeepers } from './clearance/store.ts';
import { trustEvents } from './events.ts';
import { trustMessages } from './messages.ts';
import { trustPaths } from './paths.ts';
import { findStanding } from './standing/store.ts';
import type { ApplicationState } from './types.ts';

/** News about an application hold as long as it stands where they say. */
const whileApplication =
  (state: ApplicationState) =>
  async ({ db, personId, now }: NewsQuestion): Promise<boolean> =>
    (await findStanding(db, personId, now)).application?.state === state;

const toVolunteering = {
  group: { name: 'volunteering', order: 50, label: trustMessages.label('group_volunteering') },
  urgency: 'waits',
  whom: ({ ids }: { readonly ids: { readonly personId?: string | undefined } }) => [ids.personId],
  path: () => housePaths.volunteering(),
} as const;

/** What somebody hears of their own application, and the office of those of others and of concerns. */
export const trustNews = defineNews(
  { words: trustMessages, events: trustEvents },
  {
    interview_scheduled: {
      ...toVolunteering,
      event: 'trust.interview.scheduled',
      mayKnow: whileApplication('submitted'),
    },
    volunteer_approved: {
      ...toVolunteering,
      event: 'trust.volunteer.approved',
      mayKnow: whileApplication('approved'),
    },
    application_declined: {
      ...toVolunteering,
      event: 'trust.application.declined',
      mayKnow: whileApplication('declined'),
    },
    renewal_is_due: {
      ...toVolunteering,
      event: 'trust.renewal.due',
      mayKnow: whileApplication('approved'),
    },
    desk_application: {
      event: 'trust.application.submitted',
      group: DESK,
      urgency: 'waits',
      // Not the one whose own it is.
      whom: async ({ db, ids, now }) => (await listCoordinators(db, now)).filter((id) => id !== ids.personId),
      object: ({ personId }) => personId,
      path: (id) => housePaths.trustPerson({ id }),
      mayKnow: async ({ roles }) => roles.has('coordinator'),
    },
    desk_clearance_due: {
      event: 'trust.clearance.due',
      group: DESK,
      urgency: 'waits',
      whom: ({ db }) => listKeepers(db),
      path: () => trustPaths.clearances(),
      mayKnow: async ({ db, personId, roles }) =>
        roles.has('coordinator') && (await keepsClearances(db, personId)),
    },
    concern_raised: {
      event: 'trust.concern.raised',
      group: SAFETY,
      urgency: 'now',
      isGrave: true,
      // Administrators where no coordinator is left beside those whom it is about.
      async whom({ db, ids, now }) {
        const concerned = [ids.byPersonId, ids.aboutPersonId];
        const others = (await listCoordinators(db, now)).filter((id) => !concerned.includes(id));
        return others.length > 0 ? others : listAdministrators(db, now);
      },
      object: ({ concernId }) => concernId,
      path: (id) => trustPaths.concern({ id }),
      mayKnow: async ({ roles }) => roles.has('coordinator') || roles.has('administrator'),
    },
  },
);
