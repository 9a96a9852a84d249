import { daily } from '../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Interview, Standing } from '../types.ts';

export const INTERVIEW_MINUTES = { least: 10, most: 240, usual: 45 };
const MOST_DAYS_AHEAD = 366;

/** What coordinators keep times open for. */
export const INTERVIEW = 'trust.interview';

/** Whether an interview can be planned for this time: ahead of now, within a year. */
export function mayScheduleFor(startsAt: Temporal.Instant, now: Temporal.Instant): Outcome<null> {
  if (Temporal.Instant.compare(startsAt, now) <= 0) {
    return refuse('interview_cannot_be_in_the_past', {}, 'interviewDay');
  }
  const last = now.add({ hours: 24 * MOST_DAYS_AHEAD });
  if (Temporal.Instant.compare(startsAt, last) > 0) {
    return refuse('interview_is_within_a_year', {}, 'interviewDay');
  }
  return accept(null);
}

/** Whether somebody can still move their interview by themselves: until five in the evening of the day before. */
export function mayMove({ startsAt }: Pick<Interview, 'startsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, daily('17:00').before(startsAt)) <= 0;
}

/**
 * Whether somebody can choose a time that coordinators keep open: while their application waits for an interview, in the
 * place of one that can still be moved.
 */
export function mayChooseTime(
  { application, interview, missing }: Pick<Standing, 'application' | 'interview' | 'missing'>,
  now: Temporal.Instant,
): Outcome<null> {
  if (!application) return refuse('there_is_no_application');
  if (application.state !== 'submitted' || !missing.includes('interview'))
    return refuse('no_interview_is_waited_for', {}, 'slot');
  return interview && !mayMove(interview, now) ? refuse('interview_is_too_near', {}, 'slot') : accept(null);
}

/** Whether the outcome can be recorded: once, and not before the interview has begun. */
export function mayRecordInterview(interview: Interview | null, now: Temporal.Instant): Outcome<Interview> {
  if (!interview) return refuse('interview_is_unknown');
  if (interview.outcome !== null) return refuse('interview_has_its_outcome');
  const hasBegun = Temporal.Instant.compare(interview.startsAt, now) <= 0;
  return hasBegun ? accept(interview) : refuse('interview_has_not_begun', {}, 'outcome');
}

/** The instant of a day and a time of day in Japan. */
export function instantInJapan(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return daily(time).on(day);
}
