import type { InterviewStanding } from '../../interview/rules.ts';
import type { Application } from '../../types.ts';

/** What is done next with an application, or whom it waits for. */
export type StaffAct =
  | 'hold_interview'
  | 'wait_for_interview'
  | 'record_interview'
  | 'decide'
  | 'wait_for_applicant'
  | 'pair'
  | 'none';

/** What comes next, as a coordinator sees it. */
export function staffActOf(
  { state }: Pick<Application, 'state'>,
  interview: InterviewStanding,
  now: Temporal.Instant,
): StaffAct {
  if (state === 'accepted') return 'wait_for_applicant';
  if (state === 'ready') return 'pair';
  if (state !== 'submitted' || interview.is === 'decided') return 'none';
  if (interview.is === 'fits' || interview.is === 'does_not_fit') return 'decide';
  if (interview.is !== 'ahead') return 'hold_interview';
  const hasBegun = Temporal.Instant.compare(interview.interview.startsAt, now) <= 0;
  return hasBegun ? 'record_interview' : 'wait_for_interview';
}
