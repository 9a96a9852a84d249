import { metersBetween } from '../../dispatch/plane.ts';
import type { Reason, Resident, Volunteer } from '../../people/party.ts';

/** Neither travels farther than they said they would, unless both are glad to meet online. */
export function theyLiveNearOrMeetOnline(resident: Resident, volunteer: Volunteer): Reason | null {
  if (resident.isOnlineOk && volunteer.isOnlineOk) return null;
  if (liveNear(resident, volunteer)) return null;
  const distance = metersBetween(resident.place, volunteer.place);
  const limit_km = Math.min(resident.reachKilometers, volunteer.reachKilometers);
  return { code: 'too_far', params: { distance_km: distance / 1000, limit_km } };
}

/** Says whether the way between the two is within what both are willing to travel. */
export function liveNear(resident: Resident, volunteer: Volunteer): boolean {
  const limit = 1000 * Math.min(resident.reachKilometers, volunteer.reachKilometers);
  return metersBetween(resident.place, volunteer.place) <= limit;
}
