import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, choices, day, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { MANNERS, PASSED_ON } from './rules.ts';

/** What was chosen from a list of rows. @param code said where it is none */
const oneOfRegister = (code: string) =>
  text(36).refine((typed) => z.uuid().safeParse(typed).success, { message: code });

/** What a coordinator does on the page of the experts of a matter. */
export const referralForms = sentAt({
  at: consultationPaths.deskReferrals.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    proposals: {
      audit: 'consultations.referral.proposed',
      input: {
        expertId: oneOfRegister('choose_an_expert'),
        manner: choice(MANNERS),
        hours: wholeNumber(1, 20),
        passes: choices(PASSED_ON),
        untilOn: day,
      },
      says: 'referral_was_proposed',
    },
    asking: { act: 'ask_expert', input: { referralId: text(36) }, says: 'expert_was_asked' },
    offices: {
      audit: 'consultations.referral.proposed',
      input: {
        officeId: oneOfRegister('choose_an_office'),
        japanese: requiredText(500),
        own: requiredText(500),
      },
      says: 'referral_was_proposed',
    },
    sayings: {
      audit: 'consultations.office.told',
      input: { referralId: text(36), told: requiredText(1000) },
      says: 'office_told_was_kept',
    },
    endings: {
      audit: 'consultations.referral.ended',
      input: { referralId: text(36) },
      says: 'office_was_ended',
    },
    ended: {
      audit: 'consultations.referral.ended',
      input: { referralId: text(36) },
      says: 'referral_was_ended',
    },
  },
});
