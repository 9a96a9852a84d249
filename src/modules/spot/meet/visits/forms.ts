import { sentAt } from '../../../../kits/acts/index.ts';
import { requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { composing } from '../../../people/index.ts';
import { optionalTime } from '../../form-fields.ts';
import { spotPaths } from '../../paths.ts';
import { requestLife } from '../../transitions.ts';
import { MOST } from '../../types.ts';
import { spotMessages } from '../../words.ts';

const MOST_MINUTES = 720;

/** What the volunteer does with a visit: arriving, leaving, telling how it was, stepping back, waiting in vain. */
export const visitForms = sentAt({
  at: spotPaths.visit.pattern,
  life: requestLife,
  words: spotMessages,
  sent: {
    'check-in': { act: 'check_in', input: { metAt: optionalTime }, says: 'checked_in' },
    'check-out': { act: 'check_out', input: { endedAt: optionalTime }, says: 'checked_out' },
    resumption: { act: 'resume', says: 'resumed' },
    report: {
      audit: 'spot.visit.reported',
      input: {
        ...composing,
        doneWords: requiredText(MOST.reportWords),
        spentMinutes: wholeNumber(1, MOST_MINUTES),
        learnedWords: text(MOST.reportWords),
      },
      says: 'reported',
    },
    withdrawal: {
      act: 'withdraw',
      input: { withdrawalWords: text(MOST.reason) },
      says: 'stepped_back',
      to: spotPaths.visits(),
    },
    absence: {
      act: 'record_no_show',
      input: { absenceWords: requiredText(MOST.reason) },
      says: 'absence_is_known',
      to: spotPaths.visits(),
    },
  },
});
