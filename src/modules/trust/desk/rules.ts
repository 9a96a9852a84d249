import { obstaclesToApproval } from '../standing/rules.ts';
import { type CheckStep, FILE_CHECKS, type Standing } from '../types.ts';

/** What comes next for an applicant, and whose turn it is. */
export type StaffAct =
  | 'schedule_interview'
  | 'hold_interview'
  | 'record_interview'
  | 'record_training'
  | 'record_check'
  | 'wait_for_pledge'
  | 'look_at_suspension'
  | 'approve';

/** The acts with which a coordinator does nothing but wait. */
const WAITING: ReadonlySet<StaffAct> = new Set(['hold_interview', 'wait_for_pledge']);

/** The next act for an applicant: the first required step that does not hold, else approval. */
export function nextStaffAct(standing: Standing, now: Temporal.Instant): StaffAct {
  const [first] = standing.missing;
  const { interview } = standing;
  if (first === 'interview' && !interview) return 'schedule_interview';
  if (interview && Temporal.Instant.compare(interview.startsAt, now) <= 0) return 'record_interview';
  if (first === 'interview') return 'hold_interview';
  if (first === 'training') return 'record_training';
  if (first === 'pledge') return 'wait_for_pledge';
  if (first) return 'record_check';
  return obstaclesToApproval(standing).length === 0 ? 'approve' : 'look_at_suspension';
}

/** Where on the page about a person an act is done, as an anchor; null for what is done where it is named. */
export function placeOfAct(act: StaffAct): string | null {
  if (act === 'look_at_suspension') return '#restrictions';
  if (act === 'record_training' || act === 'record_check') return '#records';
  return act === 'schedule_interview' || act === 'record_interview' ? '#interviews' : null;
}

/** Whether the next act is ours rather than the applicant's or the calendar's. */
export function isOurTurn(act: StaffAct): boolean {
  return !WAITING.has(act);
}

/** The checks that the policy asks for, and that are recorded on the page about somebody. */
export function fileChecksOf(standing: Standing): readonly CheckStep[] {
  return FILE_CHECKS.filter((check) => standing.steps.some(({ step }) => step === check));
}
