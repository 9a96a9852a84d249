import type { Reason, Resident, Volunteer } from '../../people/party.ts';

/**
 * Both went through interview and training and have not paused, and the volunteer has a place for one more
 * pair.
 */
export function bothWaitInThePool(resident: Resident, volunteer: Volunteer): Reason | null {
  if (!resident.isInPool) return { code: 'resident_is_not_in_pool', params: {} };
  if (!volunteer.isInPool) return { code: 'volunteer_is_not_in_pool', params: {} };
  if (volunteer.currentPairs >= volunteer.capacity)
    return { code: 'volunteer_has_no_free_place', params: { pairs: volunteer.currentPairs } };
  return null;
}
