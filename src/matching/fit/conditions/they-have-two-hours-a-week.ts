import type { Reason, Resident, Volunteer } from '../../people/party.ts';
import { commonMinutes } from '../../people/week.ts';
import type { FitLimits } from '../weights.ts';

/** A pair gives about two hours a week to each other, so both must be free for as long in the same week. */
export function theyHaveTwoHoursAWeek(
  resident: Resident,
  volunteer: Volunteer,
  limits: FitLimits,
): Reason | null {
  const common = commonMinutes(resident.weekly, volunteer.weekly);
  if (common >= limits.commonMinutes) return null;
  return { code: 'too_little_common_time', params: { minutes: common, needed: limits.commonMinutes } };
}
