import { sentAt } from '../../../kits/acts/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { checkLife } from '../facts/life.ts';
import { guidesPaths } from '../paths.ts';
import { guidesMessages } from '../words.ts';

export const MOST_FOUND_WORDS = 500;

/** What a volunteer does with a small task. */
export const checkForms = sentAt({
  at: guidesPaths.check.pattern,
  life: checkLife,
  words: guidesMessages,
  sent: {
    // Carries the version of the fact that was read.
    confirmation: { act: 'confirm', says: 'check_was_confirmed', to: housePaths.me(), versioned: true },
    report: {
      act: 'report',
      input: { found: requiredText(MOST_FOUND_WORDS, 'say_what_changed') },
      says: 'check_was_reported',
      to: housePaths.me(),
    },
    passing: { act: 'pass', says: 'check_was_passed', to: housePaths.me() },
  },
});
