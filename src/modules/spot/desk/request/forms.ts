import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { checkbox, choice, choices, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { composing, LANGUAGES } from '../../../people/index.ts';
import { optionalTime } from '../../form-fields.ts';
import { length, timeFieldsOf } from '../../meet/times.ts';
import { MOST_SHOWN } from '../../offer/find-fitting.ts';
import { spotPaths } from '../../paths.ts';
import { requestLife } from '../../transitions.ts';
import { CATEGORIES, MOST, PLACE_KINDS, REDIRECT_TARGETS } from '../../types.ts';
import { deskMessages } from '../words.ts';

const MOST_QUESTION = 2000;
export const SIDES = ['requester', 'volunteer'] as const;

/**
 * What coordinators do on the page of a request, by the request's life. Several forms stand on it: each field has a name of
 * its own. All carry the version they were made from: acts from an older page are refused, with what was done since.
 */
export const deskForms = sentAt({
  at: spotPaths.deskRequest.pattern,
  life: requestLife,
  words: deskMessages,
  versioned: true,
  sent: {
    questions: {
      act: 'ask_back',
      input: { ...composing, question: text(MOST_QUESTION) },
      verb: 'ask_back',
      says: 'was_asked_back',
    },
    'japanese-rendering': {
      audit: 'spot.request.rendered',
      input: { japaneseWords: requiredText(MOST.japaneseWords) },
      verb: 'render',
      says: 'was_rendered',
    },
    corrections: {
      audit: 'spot.request.corrected',
      input: {
        ...composing,
        category: choice(CATEGORIES),
        durationMinutes: length,
        correctionReason: requiredText(MOST.reason, 'say_why'),
        /** Which of the fields below the form holds, `all` or `where` without times: an unticked box is an answer only where there was one. */
        parts: text(5),
        placeKind: z.enum(PLACE_KINDS).optional(),
        'place.municipality': text(5),
        'place.town': text(MOST.town),
        placeName: text(MOST.placeName),
        talkLanguages: choices(LANGUAGES),
        isEasyJapaneseOk: checkbox,
        ...timeFieldsOf('newTimes'),
      },
      verb: 'correct',
      says: 'was_corrected',
    },
    opening: { act: 'open', says: 'was_opened' },
    redirection: {
      act: 'redirect',
      input: {
        ...composing,
        target: choice(REDIRECT_TARGETS),
        redirectionWords: requiredText(MOST.outcomeWords, 'say_where_to_go'),
      },
      verb: 'redirect',
      says: 'was_redirected',
    },
    declining: {
      act: 'decline',
      input: { ...composing, decliningWords: requiredText(MOST.outcomeWords, 'say_why') },
      verb: 'decline',
      says: 'was_declined',
    },
    cancellation: {
      act: 'cancel',
      input: { ...composing, cancellationWords: requiredText(MOST.reason, 'say_why') },
      verb: 'cancel',
      says: 'was_cancelled',
    },
    waves: {
      audit: 'spot.offer.asked',
      input: {
        volunteerIds: z.preprocess(
          (value) => (value === undefined ? [] : [value].flat()),
          z
            .array(z.uuid({ message: 'value_does_not_fit' }))
            .max(MOST_SHOWN, { message: 'value_does_not_fit' }),
        ) as z.ZodType<string[]>,
      },
      says: 'were_asked',
    },
    unfilled: { act: 'leave_unfilled', says: 'was_left_unfilled' },
    reopening: { act: 'reopen', input: timeFieldsOf('times'), verb: 'reopen', says: 'was_reopened' },
    'yes-by-phone': { act: 'confirm', says: 'was_confirmed_for' },
    'no-by-phone': { act: 'reject', says: 'was_confirmed_for' },
    release: {
      act: 'release',
      input: { releaseWords: requiredText(MOST.reason, 'say_why') },
      verb: 'release',
      says: 'was_released',
    },
    'check-in': { act: 'check_in', input: { metAt: optionalTime }, verb: 'check_in', says: 'was_checked_in' },
    'check-out': {
      act: 'check_out',
      input: { endedAt: optionalTime },
      verb: 'check_out',
      says: 'was_checked_out',
    },
    absence: {
      act: 'record_no_show',
      input: { absent: choice(SIDES), absenceWords: requiredText(MOST.reason, 'say_why') },
      verb: 'absence',
      says: 'absence_was_recorded',
    },
    closing: { act: 'close', says: 'was_closed' },
    notes: {
      audit: 'spot.note.written',
      input: { noteWords: text(MOST.note) },
      verb: 'note',
      says: 'note_was_written',
    },
    keeper: {
      audit: 'spot.request.handed_over',
      input: { keeper: text(40), handingWords: text(MOST.note) },
      verb: 'hand_over',
      says: 'was_handed_over',
    },
    taking: { audit: 'spot.request.handed_over', says: 'was_taken' },
  },
});
