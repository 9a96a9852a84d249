import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Application } from '../types.ts';

/** Whether somebody can apply: not while an application waits, and not as a volunteer. */
export function mayApply(newest: Pick<Application, 'state'> | null): Outcome<null> {
  if (newest?.state === 'submitted') return refuse('application_is_under_way');
  if (newest?.state === 'approved') return refuse('you_are_already_a_volunteer');
  return accept(null);
}
