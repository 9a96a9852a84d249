import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, day, requiredText, text } from '../../../platform/web/form-fields.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { WHOSE } from '../store/tasks.ts';
import { consultationStaffMessages } from '../words.ts';
import { WORD_ORIGINS } from './rules.ts';

export const MOST_LETTERS = 6000;

/** What a coordinator does on the page of what becomes of a matter. */
export const afterwardsForms = sentAt({
  at: consultationPaths.deskAdvice.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    drafts: {
      audit: 'consultations.advice.written',
      input: {
        japanese: requiredText(MOST_LETTERS),
        words: requiredText(MOST_LETTERS),
        origin: choice(WORD_ORIGINS),
      },
      says: 'advice_was_written',
    },
    readings: {
      audit: 'consultations.advice.read',
      input: { reader: requiredText(120), writtenAt: text(20) },
      says: 'advice_was_read',
    },
    cancellations: { act: 'call_off', says: 'was_called_off' },
    giving: { act: 'advise', says: 'advice_was_given' },
    tasks: {
      audit: 'consultations.task.entered',
      input: { task: requiredText(500), whose: choice(WHOSE), taskOn: day },
      says: 'task_was_entered',
    },
    contacts: {
      audit: 'consultations.contact.entered',
      input: { contactOn: day },
      says: 'contact_was_entered',
    },
    done: {
      audit: 'consultations.task.done',
      input: { taskId: z.uuid() },
      says: 'task_was_done',
    },
  },
});
