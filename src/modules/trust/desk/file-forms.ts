import { z } from 'zod';
import { type Shown, sentAt } from '../../../kits/acts/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { checkbox, choice, day, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { composing } from '../../people/index.ts';
import { applicationLife } from '../applications/life.ts';
import { timeOfDay } from '../form-fields.ts';
import { INTERVIEW_MINUTES } from '../interviews/rules.ts';
import { trustStaffMessages } from '../messages.ts';
import { FILE_CHECKS, INTERVIEW_OUTCOMES, INTERVIEW_PLACES } from '../types.ts';
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
        interviewDay: day,
        interviewTime: timeOfDay,
        durationMinutes: wholeNumber(INTERVIEW_MINUTES.least, INTERVIEW_MINUTES.most),
        place: choice(INTERVIEW_PLACES),
        whereWords: requiredText(500, 'say_where'),
      },
      says: 'interview_was_planned',
    },
    'interview-outcomes': {
      act: 'record_interview',
      input: {
        interviewId: z.uuid(),
        outcome: choice(INTERVIEW_OUTCOMES, 'choose_an_outcome'),
        note: text(4000),
      },
      says: 'was_recorded',
    },
    trainings: {
      act: 'record_training',
      input: { trainingTitle: requiredText(200), trainedOn: day },
      says: 'was_recorded',
    },
    checks: {
      act: 'record_check',
      input: { check: choice(FILE_CHECKS), checkedOn: day },
      says: 'was_recorded',
    },
    insurance: {
      audit: 'trust.insurance.recorded',
      input: { plan: requiredText(100), insuredFromOn: day },
      says: 'was_recorded',
    },
    approval: {
      act: 'approve',
      input: { approvalReason: text(1000), knownUnready: checkbox },
      says: 'was_approved',
    },
    declining: {
      act: 'decline',
      input: {
        ...composing,
        decliningWords: requiredText(1000, 'say_why'),
        decliningReason: text(1000),
      },
      says: 'was_declined',
    },
  },
});

/** The person of the file as its forms take them. */
export function shownIn({ file, form }: FileProps): Shown<typeof applicationLife.acts> {
  return { id: file.person.id, state: file.standing.application?.state ?? null, form };
}
