import { sentAt } from '../../../kits/acts/index.ts';
import { choices, day, requiredText, text } from '../../../platform/web/form-fields.ts';
import { emailField } from '../../sign-in/index.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { PASSED_ON } from './rules.ts';

/** What a coordinator does on the page of the experts of a matter. */
export const referralForms = sentAt({
  at: consultationPaths.deskReferrals.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    proposals: {
      audit: 'consultations.referral.proposed',
      input: {
        expertName: requiredText(80),
        calling: requiredText(120),
        expertEmail: emailField,
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
