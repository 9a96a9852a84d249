import { housePaths } from '../../../platform/addresses/paths.ts';
import { NOBODY_TALKS, type Thing } from '../../../platform/thing.ts';
import { trustEvents } from '../events.ts';
import { trustMessages, trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { mayWriteAboutIt } from '../rules.ts';
import { findStanding } from '../standing/store.ts';

const ENDS_TALK = [
  'trust.application.declined',
  'trust.application.withdrawn',
  'trust.volunteer.left',
] as const;

/** Somebody’s volunteering, from their application on: what they and the coordinators write to each other about. */
export const volunteeringThing: Thing = {
  kind: 'people.person',
  pathFor: (onlooker, id) =>
    onlooker === 'staff' ? housePaths.trustPerson({ id }) : housePaths.volunteering(),
  wordsIn(locale, onlooker) {
    const t = trustMessages.in(locale);
    const back =
      onlooker === 'staff' ? trustStaffMessages.in(locale)('back_to_person') : t('back_to_volunteering');
    return { withStaff: t('talk_about_volunteering'), back, lead: t('write_about_volunteering') };
  },
  async whoTalks(db, id, now) {
    return mayWriteAboutIt(await findStanding(db, id, now)) ? { together: [], withStaff: id } : NOBODY_TALKS;
  },
  doors: [
    {
      path: trustPaths.volunteeringConversation.pattern,
      as: 'party',
      access: 'person',
      begins: 'person',
      audit: null,
    },
    {
      path: trustPaths.personConversation.pattern,
      as: 'staff',
      access: ['coordinator'],
      begins: ['coordinator'],
      audit: 'trust.person.viewed',
    },
  ],
  purpose: 'applying',
  whenTalkChanges: (settles) => ENDS_TALK.map((event) => trustEvents.hear({ event, ...settles('personId') })),
};
