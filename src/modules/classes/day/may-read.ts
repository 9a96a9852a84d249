import type { Actor } from '../../../platform/permissions.ts';
import type { Session } from '../types.ts';
import { isDayOpen } from './door/rules/hours.ts';

/** Coordinators read a day as long as it is kept; who taught there, as long as it is written. */
export const mayRead = (actor: Pick<Actor, 'roles'>, session: Session, now: Temporal.Instant): boolean =>
  actor.roles.has('coordinator') || isDayOpen(session, now);
