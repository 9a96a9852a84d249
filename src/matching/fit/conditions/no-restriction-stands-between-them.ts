import type { Party, Reason, Resident, Volunteer } from '../../people/party.ts';

/**
 * Nobody is paired with a person from whom the organization keeps them apart, whichever side the decision was
 * written on.
 */
export function noRestrictionStandsBetweenThem(resident: Resident, volunteer: Volunteer): Reason | null {
  const isKeptApart = keepsApart(resident, volunteer) || keepsApart(volunteer, resident);
  return isKeptApart ? { code: 'kept_apart', params: {} } : null;
}

function keepsApart(side: Party, other: Party): boolean {
  return side.keptApartFromIds.some((id) => other.personIds.includes(id));
}
