import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { choice, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { pairLife } from '../../pair/life.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';

const MOST_WORDS = 2000;
export const LEFT = ['nobody', 'resident', 'volunteer', 'both'] as const;
export const ENDINGS = ['told', 'faded'] as const;

/** Ids, of which a single one arrives as a string. */
const alarmIds = z
  .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.uuid()).max(50))
  .refine((ids) => ids.length > 0, { message: 'choose_at_least_one' });

/** What coordinators do with a running pair, and with what they have to look at. */
export const deskMonthsForms = sentAt({
  at: pairsPaths.deskPair.pattern,
  life: pairLife,
  words: pairsStaffMessages,
  sent: {
    'alarm-closings': {
      audit: 'pairs.alarm.closed',
      input: { alarmIds, done: requiredText(MOST_WORDS, 'say_what_you_did') },
      says: 'alarm_is_closed',
    },
    endings: {
      act: 'end',
      input: { ending: choice(ENDINGS), left: choice(LEFT), endingReason: text(MOST_WORDS) },
      says: 'pair_was_ended',
    },
    pauses: { act: 'pause', says: 'pair_rests' },
    resumptions: { act: 'resume', says: 'pair_goes_on_again' },
  },
});
