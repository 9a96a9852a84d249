import type { Database } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { isApprovedVolunteer, listRestrictionsInForce, personsKeptApart } from '../../trust/index.ts';
import { isRuledOut } from '../close/rules/stopping.ts';
import type { SupportRequest } from '../types.ts';

interface Pairing {
  readonly request: SupportRequest;
  readonly volunteerId: string;
  readonly now: Temporal.Instant;
}

/**
 * Whether a volunteer may still take a request they were asked for: approval may have ended since, or the two must not
 * meet by now. That is never told: it reads as a request that is no longer open.
 * Refuses `you_are_not_approved_now`, `request_is_no_longer_open`.
 */
export async function mayBeAsked(db: Database, pairing: Pairing): Promise<Outcome<null>> {
  if (!(await isApprovedVolunteer(db, pairing.volunteerId, pairing.now)))
    return refuse('you_are_not_approved_now');
  return (await areStopped(db, pairing)) ? refuse('request_is_no_longer_open') : accept(null);
}

/**
 * Whether two people may still meet who have nearly agreed: since the volunteer's yes one may have been suspended or
 * restricted, or the two be kept apart. Neither is told: it reads as a request that has changed.
 * Refuses `request_has_changed_since`.
 */
export async function mayMeet(db: Database, pairing: Pairing): Promise<Outcome<null>> {
  return (await areStopped(db, pairing)) ? refuse('request_has_changed_since') : accept(null);
}

/** One of them suspended, the volunteer limited to other help, or the two kept apart. */
async function areStopped(db: Database, { request, volunteerId, now }: Pairing): Promise<boolean> {
  const { requesterId } = request;
  const inForce = await listRestrictionsInForce(db, [volunteerId, requesterId], now);
  if ([volunteerId, requesterId].some((id) => inForce.get(id)?.has('suspension'))) return true;
  if (isRuledOut(inForce.get(volunteerId) ?? new Set(), request)) return true;
  return (await personsKeptApart(db, requesterId)).has(volunteerId);
}
