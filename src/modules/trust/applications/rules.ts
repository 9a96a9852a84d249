import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Person } from '../../people/index.ts';
import type { Application } from '../types.ts';

/** Whether somebody can apply: not before they have a name, not while an application waits, and not as a volunteer. */
export function mayApply(
  person: Pick<Person, 'welcomedAt'> | null,
  newest: Pick<Application, 'state'> | null,
): Outcome<null> {
  if (!person?.welcomedAt) return refuse('tell_your_name_first');
  if (newest?.state === 'submitted') return refuse('application_is_under_way');
  if (newest?.state === 'approved') return refuse('you_are_already_a_volunteer');
  return accept(null);
}
