import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, day, timeOfDay, wholeNumber } from '../../../platform/web/form-fields.ts';
import { courseLife } from '../courses/life.ts';
import { classesPaths } from '../paths.ts';
import { sessionLife } from '../sessions/life.ts';
import { ACTIVITIES, CANCEL_REASONS } from '../types.ts';
import { classesStaffMessages } from '../words.ts';

/** What coordinators do on the page of a course; each form carries the version that it was drawn from. */
export const courseForms = sentAt({
  at: classesPaths.deskCourse.pattern,
  life: courseLife,
  words: classesStaffMessages,
  versioned: true,
  sent: {
    opening: { act: 'open', says: 'course_was_opened' },
    ending: { act: 'end', says: 'course_was_ended' },
    session: {
      audit: 'classes.session.planned',
      input: { onDay: day, startsAt: timeOfDay, endsAt: timeOfDay },
      says: 'session_was_planned',
    },
  },
});

/** Several boxes of one name, or none. */
const ids = z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid()).max(200)) as unknown as z.ZodType<
  string[]
>;
/** Minutes of an activity; empty: it is not done. */
const minutes = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  z.union([z.null(), wholeNumber(0, 240)]),
) as unknown as z.ZodType<number | null>;
const yen = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  z.union([z.null(), wholeNumber(0, 1_000_000)]),
) as unknown as z.ZodType<number | null>;

type PlanInput = { readonly [A in (typeof ACTIVITIES)[number] as `minutes.${A}`]: z.ZodType<number | null> };
const planInput = Object.fromEntries(
  ACTIVITIES.map((activity) => [`minutes.${activity}`, minutes]),
) as unknown as PlanInput;

/** What they do on the page of a day. */
export const sessionForms = sentAt({
  at: classesPaths.deskSession.pattern,
  life: sessionLife,
  words: classesStaffMessages,
  versioned: true,
  sent: {
    opening: { act: 'open', says: 'session_was_opened' },
    change: { act: 'change', input: { room: wholeNumber(1, 40), ...planInput }, says: 'session_was_changed' },
    moving: {
      act: 'move',
      input: { onDay: day, startsAt: timeOfDay, endsAt: timeOfDay },
      says: 'session_was_moved',
    },
    cancellation: { act: 'cancel', input: { reason: choice(CANCEL_REASONS) }, says: 'session_was_cancelled' },
    report: { act: 'report', input: { came: ids, costJpy: yen }, says: 'session_was_reported' },
  },
});
