import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { checkbox, choice, choices, text } from '../../../../platform/web/form-fields.ts';
import { CHANNELS, composing } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsMessages } from '../../words.ts';
import { REPORTS } from '../../worry/reports.ts';
import { pairLife } from '../life.ts';

export const MOST_REASON = 1000;
export const MOST_REPORT = 3000;

/** What each side does on the page of a proposal or a pair. */
export const pairForms = sentAt({
  at: pairsPaths.pair.pattern,
  life: pairLife,
  words: pairsMessages,
  sent: {
    'volunteer-acceptance': { act: 'volunteer_accepts', versioned: true, says: 'proposal_yes_said' },
    'resident-acceptance': { act: 'resident_accepts', versioned: true, says: 'proposal_yes_both' },
    rejection: { act: 'decline', input: { reason: text(MOST_REASON) }, says: 'proposal_no_said' },
    introduction: {
      act: 'set_introduction',
      input: { slot: z.uuid('choose_one') },
      says: 'introduction_is_set',
    },
    agreement: { act: 'agree', says: 'agree_yes_said' },
    contacts: {
      act: 'give_contact',
      input: { channels: choices(CHANNELS) },
      says: 'contact_given',
    },
    'contact-removal': { act: 'take_contact_back', says: 'contact_taken_back' },
    report: {
      audit: 'pairs.report.sent',
      limit: { tries: 10, minutes: 60 },
      input: {
        ...composing,
        what: choice(REPORTS, 'choose_what_is_not_right'),
        reportWords: text(MOST_REPORT),
        stop: checkbox,
      },
      says: 'report_sent',
    },
  },
});
