import { housePaths } from '../../../platform/addresses/paths.ts';
import { NOBODY_TALKS, type Thing } from '../../../platform/thing.ts';
import { pairsEvents } from '../events.ts';
import { knowEachOther } from '../pair/store/close-to.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages, pairsStaffMessages } from '../words.ts';
import { isCurrent } from './rules.ts';
import { findNewestApplication } from './store.ts';

const ENDS_TALK = [
  'pairs.application.declined',
  'pairs.application.withdrawn',
  'pairs.application.expired',
  'pairs.application.ended',
] as const;

/** Somebody’s wish for a pair and what became of it: what they and the coordinators write to each other about, unread by their partner. */
export const applicantThing: Thing = {
  kind: 'pairs.applicant',
  pathFor: (onlooker, id) => (onlooker === 'staff' ? housePaths.person({ id }) : pairsPaths.own()),
  wordsIn(locale, onlooker) {
    const t = pairsMessages.in(locale);
    const back = onlooker === 'staff' ? pairsStaffMessages.in(locale)('to_the_person') : t('pair_to_own');
    return { withStaff: t('talk_about_pair_with_staff'), back, lead: t('write_about_pair') };
  },
  async whoTalks(db, id) {
    const application = await findNewestApplication(db, id);
    return application && isCurrent(application) ? { together: [], withStaff: id } : NOBODY_TALKS;
  },
  isKeptFrom: knowEachOther,
  doors: [
    {
      path: pairsPaths.ownConversation.pattern,
      as: 'party',
      access: 'person',
      begins: 'person',
      audit: null,
    },
    {
      path: pairsPaths.deskConversation.pattern,
      as: 'staff',
      access: ['coordinator'],
      begins: ['coordinator'],
      audit: 'pairs.application.viewed',
    },
  ],
  purpose: 'applying',
  whenTalkChanges: (settles) => ENDS_TALK.map((event) => pairsEvents.hear({ event, ...settles('personId') })),
};
