import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { choice, day, requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { composing } from '../../../people/index.ts';
import { REDUCTIONS } from '../../fees/reductions.ts';
import { interviewForm } from '../../interview/form.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { applicationLife } from '../life.ts';

/** What coordinators write down and decide on the page of an application. */
export const deskForms = sentAt({
  at: pairsPaths.deskApplication.pattern,
  life: applicationLife,
  words: pairsStaffMessages,
  sent: {
    'interview-times': {
      audit: 'pairs.interview.chosen',
      input: { slot: z.uuid('choose_one') },
      says: 'interview_was_set',
    },
    'interview-outcomes': {
      audit: 'pairs.interview.recorded',
      input: Object.fromEntries(interviewForm.fields.map(({ name, schema }) => [name, schema])),
      says: 'was_recorded',
    },
    acceptance: {
      act: 'accept',
      versioned: true,
      input: { reduction: choice(REDUCTIONS) },
      says: 'was_accepted',
    },
    declining: {
      act: 'decline',
      versioned: true,
      input: { ...composing, decliningWords: requiredText(1000, 'say_why'), decliningReason: text(1000) },
      says: 'was_declined',
    },
    signatures: {
      audit: 'pairs.terms.signed',
      input: { signs: wholeNumber(1, 30_000), readIn: choice(LOCALES) },
      says: 'was_recorded',
    },
    payments: {
      audit: 'pairs.fee.paid',
      input: { feeId: z.uuid(), paidOn: day },
      says: 'was_recorded',
    },
    'other-amounts': {
      audit: 'pairs.fee.changed',
      input: { feeId: z.uuid(), amount: wholeNumber(0, 100_000) },
      says: 'was_recorded',
    },
    withdrawal: { act: 'withdraw', input: { withdrawalReason: text(1000) }, says: 'was_withdrawn' },
  },
});
