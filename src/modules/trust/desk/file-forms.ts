import { z } from 'zod';
import { type Shown, sentAt } from '../../../kits/acts/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { checkbox, choice, day, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { composing } from '../../people/index.ts';
import { applicationLife } from '../applications/life.ts';
import { timeOfDay } from '../form-fields.ts';
import { INTERVIEW_MINUTES } from '../interviews/rules.ts';
import { trustStaffMessages } from '../messages.ts';
import { CHECKS, INTERVIEW_OUTCOMES, INTERVIEW_PLACES } from '../types.ts';
import type { FileProps } from './person-file.ts';

/** What coordinators record and decide on the page of a person. */
export const fileForms = sentAt({
  at: housePaths.trustPerson.pattern,
  life: applicationLife,
  words: trustStaffMessages,
  sent: {
    interviews: {
      act: 'schedule_interview',
      input: {
        interview_day: day,
        interview_time: timeOfDay,
        duration_minutes: wholeNumber(INTERVIEW_MINUTES.least, INTERVIEW_MINUTES.most),
        place: choice(INTERVIEW_PLACES),
        where_words: requiredText(500, 'say_where'),
      },
      says: 'interview_was_planned',
    },
    'interview-outcomes': {
      act: 'record_interview',
      input: {
        interview_id: z.uuid(),
        outcome: choice(INTERVIEW_OUTCOMES, 'choose_an_outcome'),
        note: text(4000),
      },
      says: 'was_recorded',
    },
    trainings: {
      act: 'record_training',
      input: { training_title: requiredText(200), trained_on: day },
      says: 'was_recorded',
    },
    checks: { act: 'record_check', input: { check: choice(CHECKS), checked_on: day }, says: 'was_recorded' },
    insurance: {
      audit: 'trust.insurance.recorded',
      input: { plan: requiredText(100), insured_from_on: day },
      says: 'was_recorded',
    },
    approval: {
      act: 'approve',
      input: { approval_reason: text(1000), known_unready: checkbox },
      says: 'was_approved',
    },
    declining: {
      act: 'decline',
      input: {
        ...composing,
        declining_words: requiredText(1000, 'say_why'),
        declining_reason: text(1000),
      },
      says: 'was_declined',
    },
  },
});

/** The person of the file as its forms take them. */
export function shownIn({ file, form }: FileProps): Shown<typeof applicationLife.acts> {
  return { id: file.person.id, state: file.standing.application?.state ?? null, form };
}
