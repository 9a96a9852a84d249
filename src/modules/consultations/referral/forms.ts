import { sentAt } from '../../../kits/acts/index.ts';
import { choice, choices, day, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { MANNERS, PASSED_ON } from './rules.ts';

/** What a coordinator does on the page of the experts of a matter. */
export const referralForms = sentAt({
  at: consultationPaths.deskReferrals.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    proposals: {
      audit: 'consultations.referral.proposed',
      input: {
        expertId: text(36),
        manner: choice(MANNERS),
        hours: wholeNumber(1, 20),
        passes: choices(PASSED_ON),
        untilOn: day,
      },
      says: 'referral_was_proposed',
    },
    asking: { act: 'ask_expert', input: { referralId: text(36) }, says: 'expert_was_asked' },
    ended: {
      audit: 'consultations.referral.ended',
      input: { referralId: text(36) },
      says: 'referral_was_ended',
    },
  },
});
