import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, toDay, wholeNumber } from '../../../platform/web/form-fields.ts';
import { pairLife } from '../pair/life.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { ACTIVITY_KINDS } from './types.ts';

/** Left empty for today. */
const dayOrToday = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null;
    try {
      return toDay(typed.trim());
    } catch {
      context.addIssue({ code: 'custom', message: 'day_does_not_exist' });
      return z.NEVER;
    }
  });

const MOST_MINUTES = 1440;
const minutes = wholeNumber(1, MOST_MINUTES);
const minutesOrNone = z.preprocess((typed) => (typed === '' ? undefined : typed), minutes.optional());

/** What each side does with a running pair. */
export const monthsForms = sentAt({
  at: pairsPaths.pair.pattern,
  life: pairLife,
  words: pairsMessages,
  sent: {
    activities: {
      act: 'record_activity',
      input: { kind: choice(ACTIVITY_KINDS), happenedOn: dayOrToday, minutes: minutesOrNone },
      says: 'activity_is_written_down',
    },
    'activity-lengths': {
      audit: 'pairs.pair.activity_changed',
      input: { activityId: z.uuid(), minutes },
      says: 'activity_is_written_down',
    },
    'activity-removals': {
      audit: 'pairs.pair.activity_changed',
      input: { activityId: z.uuid() },
      says: 'activity_is_taken_back',
    },
    pauses: { act: 'pause', says: 'pair_rests_now' },
    resumptions: { act: 'resume', says: 'pair_goes_on' },
  },
});
