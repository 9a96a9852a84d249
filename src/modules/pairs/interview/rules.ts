import { daily } from '../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Application } from '../types.ts';
import type { Interview } from './types.ts';

/** What coordinators keep times open for. */
export const INTERVIEW = 'pairs.interview';
export const INTERVIEW_MINUTES = 45;

type Applied = Pick<Application, 'state'>;

/** Where an application stands with its interview. */
export type InterviewStanding =
  | { readonly is: 'missing' | 'decided' }
  | { readonly is: 'ahead' | 'fits' | 'again' | 'does_not_fit' | 'missed'; readonly interview: Interview };

/** @param interviews of the application, not called off, the newest first */
export function interviewStanding({ state }: Applied, interviews: readonly Interview[]): InterviewStanding {
  if (state !== 'submitted') return { is: 'decided' };
  const [newest] = interviews;
  if (!newest) return { is: 'missing' };
  return { is: newest.outcome ?? 'ahead', interview: newest };
}

/** Whether the applicant can still move it by themselves: until five in the evening of the day before. */
export function mayMove({ startsAt }: Pick<Interview, 'startsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, daily('17:00').before(startsAt)) <= 0;
}

/** Whether a time can be chosen: while an interview is waited for, in the place of one that can still be moved. */
export function mayChooseTime(standing: InterviewStanding, now: Temporal.Instant): Outcome<null> {
  if (standing.is === 'decided' || standing.is === 'fits' || standing.is === 'does_not_fit')
    return refuse('no_interview_is_waited_for', {}, 'slot');
  if (standing.is === 'ahead' && !mayMove(standing.interview, now))
    return refuse('interview_is_too_near', {}, 'slot');
  return accept(null);
}

/** Whether an outcome can be written down: of one that has begun, or of a talk for which no time was set. */
export function mayRecord(standing: InterviewStanding, now: Temporal.Instant): Outcome<Interview | null> {
  if (standing.is === 'decided') return refuse('application_has_moved_on');
  if (standing.is !== 'ahead') return accept(null);
  const hasBegun = Temporal.Instant.compare(standing.interview.startsAt, now) <= 0;
  return hasBegun ? accept(standing.interview) : refuse('interview_has_not_begun', {}, 'outcome');
}

/** Whether an applicant can be accepted: after an interview that fits. */
export function mayAccept(standing: InterviewStanding): Outcome<null> {
  return standing.is === 'fits' ? accept(null) : refuse('interview_has_to_fit_first');
}
