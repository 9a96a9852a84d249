import { TASKS } from '../dispatch/types.ts';
import type { Party, Reason, Resident, Volunteer } from './party.ts';
import { isWeek } from './week.ts';

const isCount = (value: number) => Number.isInteger(value) && value >= 0;
const isBetween = (value: number, least: number, most: number) => value >= least && value <= most;
/** Far beyond any country; beyond it distances would no longer be exact integers. */
const isOnPlane = (meters: number) => Number.isInteger(meters) && Math.abs(meters) <= 20_000_000;
const isLevel = (value: number, most: number) => isCount(value) && value <= most;

/**
 * Lists what is wrong with a resident's data, one reason for each thing; empty when the engine can take it.
 */
export function flawsOfResident(resident: Resident): Reason[] {
  const { waiting } = resident;
  const flaws = flawsOfParty(resident);
  const say = (code: string) => flaws.push({ code, params: { id: resident.id } });
  if (!isLevel(resident.spokenJapanese, 6)) say('language_level_is_not_0_to_6');
  if (!isLevel(waiting.need, 3)) say('need_is_not_0_to_3');
  if (!isCount(waiting.pausedDays) || !isCount(waiting.fallenThrough)) say('waiting_is_not_in_whole_numbers');
  if (!isDay(waiting.since_on)) say('waiting_since_is_no_day');
  const unasked = resident.requiredPurposes.filter((purpose) => !resident.purposes.includes(purpose));
  if (unasked.length > 0)
    flaws.push({ code: 'required_purpose_is_not_asked_for', params: { id: resident.id, purposes: unasked } });
  return flaws;
}

/**
 * Lists what is wrong with a volunteer's data, one reason for each thing; empty when the engine can take it.
 */
export function flawsOfVolunteer(volunteer: Volunteer): Reason[] {
  const flaws = flawsOfParty(volunteer);
  const counts = [volunteer.capacity, volunteer.currentPairs, volunteer.completedPairs];
  if (!counts.every(isCount))
    flaws.push({ code: 'pairs_are_not_whole_numbers', params: { id: volunteer.id } });
  return flaws;
}

/** Says whether the text is a day in ISO form that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function flawsOfParty(party: Party): Reason[] {
  const flaws: Reason[] = [];
  const say = (code: string) => flaws.push({ code, params: { id: party.id } });
  const { eastMeters, northMeters } = party.place;
  if (party.id === '') say('party_has_no_id');
  if (!isOnPlane(eastMeters) || !isOnPlane(northMeters)) say('place_is_not_in_whole_meters');
  if (!isBetween(party.reachKilometers, 0, 1000)) say('reach_is_not_0_to_1000_km');
  if (!isWeek(party.weekly)) say('weekly_is_no_week');
  if (!party.childAges.every((age) => isBetween(age, 0, 120))) say('child_age_is_no_age');
  const levels = party.languages.flatMap((ability) => TASKS.map((task) => ability[task]));
  if (!levels.every((level) => isLevel(level, 6))) say('language_level_is_not_0_to_6');
  return flaws;
}
