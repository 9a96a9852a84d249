import type { Reason, Resident, Volunteer } from '../../people/party.ts';

/**
 * A pair brings together people who would not have met: not the same person, household or declared employer.
 */
export function theyAreNotOneHousehold(resident: Resident, volunteer: Volunteer): Reason | null {
  if (meet(resident.personIds, volunteer.personIds) || meet(resident.householdIds, volunteer.householdIds))
    return { code: 'same_household', params: {} };
  return meet(resident.employerIds, volunteer.employerIds) ? { code: 'same_employer', params: {} } : null;
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((id) => others.includes(id));
}
