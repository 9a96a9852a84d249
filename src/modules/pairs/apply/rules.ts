import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** What is looked at before somebody applies. */
export interface Applicant {
  readonly isThere: boolean;
  readonly isChild: boolean;
  readonly isWelcomed: boolean;
  /** They are in an application that is current: their own, or somebody's of their household. */
  readonly isIn: 'own' | 'another' | null;
  readonly householdIds: readonly string[];
  /** Of those who apply with them, who is in another one. */
  readonly takenIds: readonly string[];
}

/**
 * Whether somebody can apply, with these of their household. Refuses children, people without a name yet, a second
 * application at once, whoever is not of the household, and whoever of it is in another application.
 */
export function mayApply(applicant: Applicant, withIds: readonly string[]): Outcome<null> {
  if (!applicant.isThere) return refuse('there_is_no_application');
  if (applicant.isChild) return refuse('children_do_not_apply');
  if (!applicant.isWelcomed) return refuse('tell_your_name_first');
  if (applicant.isIn === 'own') return refuse('you_have_applied_already');
  if (applicant.isIn === 'another') return refuse('you_are_in_an_application');
  if (withIds.some((id) => !applicant.householdIds.includes(id)))
    return refuse('choose_from_your_household', {}, 'withIds');
  if (applicant.takenIds.length > 0) return refuse('somebody_is_in_another_application', {}, 'withIds');
  return accept(null);
}
