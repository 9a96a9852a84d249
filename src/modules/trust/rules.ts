import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import {
  APPLICATION_TRANSITIONS,
  type Application,
  type ApplicationAct,
  type ApplicationState,
  type Standing,
} from './types.ts';

/** Who decides: a person in a role, or nobody when the program does. */
export interface DecidedBy {
  readonly personId: string | null;
  readonly role: string;
}

/** Nobody decides about themselves, whatever their role. */
export function mayDecideAbout(personId: string, by: DecidedBy): Outcome<null> {
  return by.personId === personId ? refuse('nobody_decides_about_themselves') : accept(null);
}

/** Whether an application can go this way. Refuses where there is none, or where it has been decided. */
export function mayMove(
  application: Pick<Application, 'state'> | null,
  act: ApplicationAct,
): Outcome<ApplicationState> {
  const { from, to } = APPLICATION_TRANSITIONS[act];
  if (!application) return refuse('there_is_no_application');
  return application.state === from ? accept(to) : refuse('application_is_already_decided');
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
