import type { InterviewStanding } from '../../interview/rules.ts';
import type { TermsStanding } from '../../terms/rules.ts';
import type { ApplicationState } from '../../types.ts';
import type { ProfileFact } from '../profile.ts';
import type { Missing } from '../ready.ts';

/** The one thing that an applicant does next, or waits for. */
export type NextStep =
  | 'choose_interview'
  | 'wait_for_times'
  | 'go_to_interview'
  | 'wait_for_outcome'
  | 'wait_for_decision'
  | 'sign_terms'
  | 'sign_again'
  | 'pay'
  | 'finish_volunteering'
  | 'complete_profile'
  | 'wait_for_partner'
  | 'resume';

/** What the next step is judged by. */
export interface Standing {
  readonly state: ApplicationState;
  readonly interview: InterviewStanding;
  readonly terms: TermsStanding;
  /** Of an accepted application. */
  readonly missing: readonly Missing[];
  readonly missingOfProfile: readonly ProfileFact[];
  /** Whether coordinators keep times open that could be chosen. */
  readonly hasTimes: boolean;
  readonly now: Temporal.Instant;
}

/** What comes next on the way to a pair: what they can do themselves stands before what they wait for. */
export function nextStepOf(standing: Standing): NextStep {
  const { state, terms } = standing;
  if (state === 'submitted') return beforeAcceptance(standing);
  if (state === 'accepted') return beforeThePool(standing);
  if (terms.is === 'changed') return 'sign_again';
  return state === 'paused' ? 'resume' : 'wait_for_partner';
}

/** Whether nothing of the application is left to do: what is next is a proposal or a pair, where there is one. */
export const isWaiting = (step: NextStep): boolean => step === 'wait_for_partner' || step === 'resume';

function beforeAcceptance({ interview, hasTimes, missingOfProfile, now }: Standing): NextStep {
  if (interview.is === 'ahead') {
    const isOver = Temporal.Instant.compare(interview.interview.endsAt, now) <= 0;
    return isOver ? 'wait_for_outcome' : 'go_to_interview';
  }
  const waits = interview.is === 'fits' || interview.is === 'does_not_fit';
  if (!waits && hasTimes) return 'choose_interview';
  if (missingOfProfile.length > 0) return 'complete_profile';
  return waits ? 'wait_for_decision' : 'wait_for_times';
}

function beforeThePool({ missing, terms }: Standing): NextStep {
  const [first] = missing;
  if (first === 'terms') return terms.is === 'changed' ? 'sign_again' : 'sign_terms';
  if (first === 'registration_fee') return 'pay';
  if (first === 'volunteering') return 'finish_volunteering';
  return first === undefined ? 'wait_for_partner' : 'complete_profile';
}
