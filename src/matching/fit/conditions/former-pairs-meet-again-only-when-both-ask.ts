import type { Party, Reason, Resident, Volunteer } from '../../people/party.ts';

/** Whoever was a pair before is never proposed again, unless each side has asked for the other. */
export function formerPairsMeetAgainOnlyWhenBothAsk(resident: Resident, volunteer: Volunteer): Reason | null {
  const wereAPair =
    names(resident.formerPartnerIds, volunteer) || names(volunteer.formerPartnerIds, resident);
  if (!wereAPair) return null;
  const bothAsk = names(resident.wantsAgainIds, volunteer) && names(volunteer.wantsAgainIds, resident);
  return bothAsk ? null : { code: 'former_pair', params: {} };
}

function names(ids: readonly string[], party: Party): boolean {
  return ids.some((id) => party.personIds.includes(id));
}
