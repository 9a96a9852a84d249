import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import type { Application, Standing } from './types.ts';

/** Who decides: a person in a role, or nobody when the program does. */
export interface DecidedBy {
  readonly personId: string | null;
  readonly role: string;
}

/** Nobody decides about themselves, whatever their role. */
export function mayDecideAbout(personId: string, by: DecidedBy): Outcome<null> {
  return by.personId === personId ? refuse('nobody_decides_about_themselves') : accept(null);
}

/** Somebody whose steps are recorded: an applicant or a volunteer. */
export function isOnTheWay(application: Pick<Application, 'state'> | null): boolean {
  return application?.state === 'submitted' || application?.state === 'approved';
}

/** Whether somebody and the coordinators write to each other about volunteering: on the way, and stopped by nobody. */
export function mayWriteAboutIt({
  application,
  restrictions,
}: Pick<Standing, 'application' | 'restrictions'>): boolean {
  return isOnTheWay(application) && !restrictions.some(({ kind }) => kind === 'suspension');
}
