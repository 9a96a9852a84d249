import type { Reason, Resident, Volunteer } from '../../people/party.ts';

/** Some needs are only for a volunteer with experience or training in them: all that is needed, none may be missing. */
export function theVolunteerHasTheExperienceNeeded(resident: Resident, volunteer: Volunteer): Reason | null {
  const missing = resident.wantsExperience.filter((one) => !volunteer.experienceIn.includes(one));
  return missing.length > 0 ? { code: 'experience_is_missing', params: { experience: missing } } : null;
}
