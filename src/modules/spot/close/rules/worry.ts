import { daily, openDaysAfter } from '../../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { SpotSettings } from '../../settings.ts';
import type { Assignment, Doer, VisitRecord } from '../../types.ts';

/** Whether somebody told a worry about the visit that coordinators have not closed yet. */
export function isWorryOpen({ feedback, worryClosedAt }: VisitRecord): boolean {
  return feedback?.isUnsafe === true && worryClosedAt === null;
}

/** By when whoever told a worry hears from a coordinator: the end of the next day on which the organization is open. */
export function answeredBy(toldAt: Temporal.Instant, settings: SpotSettings): Temporal.Instant {
  return daily(settings.closesAt, settings.timeZone).on(openDaysAfter(toldAt, 1, settings));
}

/**
 * Whether a request can be closed now. Refuses `look_into_the_concern_first`; and somebody who was the volunteer
 * themselves (`another_coordinator_closes_this`), without a word about whether there is a concern.
 */
export function mayClose(
  closing: { readonly assignment: Pick<Assignment, 'volunteerId'> | null; readonly hasOpenConcern: boolean },
  doer: Pick<Doer, 'personId' | 'party'>,
): Outcome<null> {
  const isTheirOwn = doer.party === 'coordinator' && doer.personId === closing.assignment?.volunteerId;
  if (isTheirOwn) return refuse('another_coordinator_closes_this');
  return closing.hasOpenConcern ? refuse('look_into_the_concern_first') : accept(null);
}
