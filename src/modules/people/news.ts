import { housePaths } from '../../platform/addresses/paths.ts';
import { defineNews, type NewsQuestion, SAFETY } from '../../platform/news.ts';
import { peopleEvents } from './events.ts';
import { findLeaving } from './leaving/store.ts';
import { peopleMessages } from './messages.ts';
import { peoplePaths } from './paths.ts';
import { listAdministrators, listCoordinators } from './roles/store.ts';

const toStaffActs = {
  group: SAFETY,
  urgency: 'now',
  object: ({ staffActId }: { readonly staffActId?: string | undefined }) => staffActId,
  path: () => housePaths.staffActs(),
  mayKnow: async ({ roles }: NewsQuestion) => roles.has('coordinator') || roles.has('administrator'),
} as const;

/** Acts that take two, told to all who may decide; and leaving, told to whoever leaves. */
export const peopleNews = defineNews(
  { words: peopleMessages, events: peopleEvents },
  {
    staff_act_proposed: { ...toStaffActs, event: 'people.staff_act.proposed', whom: deciders },
    staff_act_alone: { ...toStaffActs, event: 'people.staff_act.proposed_alone', whom: deciders },
    staff_act_fell: {
      ...toStaffActs,
      event: 'people.staff_act.fell',
      whom: ({ ids }) => [ids.personId],
    },
    leaving_asked: {
      group: SAFETY,
      urgency: 'now',
      event: 'people.leaving.asked',
      whom: ({ ids }) => [ids.personId],
      path: () => peoplePaths.leaving(),
      // Who has taken it back is not told any more.
      mayKnow: async ({ db, personId }) => (await findLeaving(db, personId)) !== null,
      advice: 'mail_stay',
    },
  },
);

/** Coordinators and administrators; who proposed it and whom it is about are left out as everywhere. */
async function deciders({ db, now }: Pick<NewsQuestion, 'db' | 'now'>): Promise<readonly string[]> {
  return [...(await listCoordinators(db, now)), ...(await listAdministrators(db, now))];
}
