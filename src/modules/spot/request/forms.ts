import { sentAt } from '../../../kits/acts/index.ts';
import { checkbox, choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { composing } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { requestLife } from '../transitions.ts';
import { MOST, SOLUTIONS } from '../types.ts';
import { spotMessages } from '../words.ts';

/** What a resident does with a request of theirs. */
export const requestForms = sentAt({
  at: spotPaths.request.pattern,
  life: requestLife,
  words: spotMessages,
  sent: {
    answer: {
      act: 'answer_back',
      input: { answerWords: requiredText(MOST.reportWords, 'say_what_you_answer') },
      says: 'you_have_answered',
    },
    confirmation: { act: 'confirm', versioned: true, says: 'you_have_confirmed' },
    rejection: { act: 'reject', versioned: true, says: 'we_look_for_somebody_else' },
    cancellation: { act: 'cancel', input: { reason: text(MOST.reason) }, says: 'request_is_cancelled' },
    meeting: { act: 'say_met', says: 'thank_you_how_was_it' },
    absence: {
      act: 'record_no_show',
      input: { absenceWords: requiredText(MOST.reason, 'say_what_happened') },
      says: 'coordinators_know_of_absence',
    },
    feedback: {
      audit: 'spot.feedback.given',
      input: {
        ...composing,
        solution: choice(SOLUTIONS, 'say_whether_it_helped'),
        thanksWords: text(MOST.reportWords),
        isUnsafe: checkbox,
        unsafeWords: text(MOST.reportWords),
      },
      says: 'thank_you_for_telling',
    },
  },
});
