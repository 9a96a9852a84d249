import { sentAt } from '../../../kits/acts/index.ts';
import { guideLife } from '../guide/life.ts';
import { guidesPaths } from '../paths.ts';
import { guidesStaffMessages } from '../words.ts';

/** What coordinators do on the page of a guide; each form carries the version that it was drawn from. */
export const guideForms = sentAt({
  at: guidesPaths.deskGuide.pattern,
  life: guideLife,
  words: guidesStaffMessages,
  versioned: true,
  sent: {
    submission: { act: 'submit', says: 'guide_was_submitted' },
    return: { act: 'send_back', says: 'guide_was_sent_back' },
    publication: { act: 'publish', says: 'guide_was_published' },
    withdrawal: { act: 'withdraw', says: 'guide_was_withdrawn' },
    resumption: { act: 'take_up', says: 'guide_was_taken_up' },
    removal: { act: 'drop', says: 'guide_was_dropped' },
    // What readers have said of its steps is looked at.
    look: { audit: 'guides.answers.seen', says: 'answers_were_seen' },
  },
});
