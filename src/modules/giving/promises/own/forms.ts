import { sentAt } from '../../../../kits/acts/index.ts';
import { choice, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { promiseLife } from '../life.ts';
import { LEAST_MONTHLY, MOST_MONTHLY, PAUSES } from '../limits.ts';

/** What a donor does on the page of their promise. A stop is heard from whatever page it is pressed on; the rest from today's. */
export const ownForms = sentAt({
  // By its link, which stands in the place of an id.
  at: givingPaths.promise.pattern.replace(':token', ':id'),
  life: promiseLife,
  words: givingMessages,
  sent: {
    cancellation: { act: 'cancel', says: 'promise_says_stopped' },
    pause: { act: 'pause', input: { months: choice(PAUSES) }, says: 'promise_says_paused', versioned: true },
    resumption: { act: 'resume', says: 'promise_says_resumed', versioned: true },
    amount: {
      act: 'change',
      input: { amount: wholeNumber(LEAST_MONTHLY, MOST_MONTHLY) },
      says: 'promise_says_changed',
      versioned: true,
    },
    undoing: { audit: 'giving.promise.undone', says: 'promise_says_undone', versioned: true },
  },
});
