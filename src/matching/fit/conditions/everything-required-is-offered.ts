import type { Reason, Resident, Volunteer } from '../../people/party.ts';

/** What the resident cannot do without, the volunteer offers, every part of it; what is only asked for is a matter of fit. */
export function everythingRequiredIsOffered(resident: Resident, volunteer: Volunteer): Reason | null {
  const missing = resident.requiredPurposes.filter((purpose) => !volunteer.offers.includes(purpose));
  return missing.length > 0
    ? { code: 'required_purpose_is_not_offered', params: { purposes: missing } }
    : null;
}
