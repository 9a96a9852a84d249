import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { timeOfDay } from '../../../../kits/slots/index.ts';
import { choice, day, requiredText, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { INTRODUCTION_MINUTES } from '../../introduction/rules.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { pairLife } from '../life.ts';

export const PLACES = ['online', 'place'] as const;
export const MOST_WORDS = 2000;

/** What coordinators do with a pair. */
export const deskPairForms = sentAt({
  at: pairsPaths.deskPair.pattern,
  life: pairLife,
  words: pairsStaffMessages,
  versioned: true,
  sent: {
    withdrawal: {
      act: 'decline',
      input: { reason: requiredText(MOST_WORDS) },
      says: 'pair_was_withdrawn',
    },
    introduction: {
      act: 'set_introduction',
      input: {
        day,
        time: timeOfDay,
        minutes: wholeNumber(INTRODUCTION_MINUTES.least, INTRODUCTION_MINUTES.most),
        place: choice(PLACES),
        whereWords: requiredText(500),
      },
      says: 'pair_time_is_set',
    },
    'hand-over': {
      act: 'hand_over',
      input: { toId: z.uuid('choose_one'), letter: requiredText(MOST_WORDS) },
      says: 'pair_was_handed_over',
    },
    'second-look': {
      act: 'look_again',
      input: { found: requiredText(MOST_WORDS) },
      says: 'pair_was_looked_at',
    },
    writing: { act: 'let_write', says: 'pair_writes_again' },
  },
});
