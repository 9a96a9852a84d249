import { askedPoints, servedPoints, visitPoints } from '../../../matching/dispatch/factors.ts';
import { scarcestLanguage } from '../../../matching/dispatch/language.ts';
import { abilitiesOf } from '../../../matching/dispatch/memory/abilities.ts';
import { checkVolunteer } from '../../../matching/dispatch/memory/check.ts';
import { cellOf } from '../../../matching/dispatch/memory/grid.ts';
import { EVERY_HOUR, hoursTouched } from '../../../matching/dispatch/memory/hours.ts';
import { genderNumber } from '../../../matching/dispatch/memory/posting.ts';
import { categoryMask } from '../../../matching/dispatch/memory/roster.ts';
import type { Volunteer } from '../../../matching/dispatch/types.ts';
import { isFreeInWeek, SLOTS_A_WEEK } from '../../../matching/dispatch/weekly.ts';
import type { Weights } from '../../../matching/dispatch/weights.ts';

/** What `spot.dispatch_rows` says of a volunteer whatever the language and the task. */
export interface VolunteerRow {
  readonly volunteer_id: string;
  /** The volunteer, and the tasks they can do in a language with level and points, as JSON. */
  readonly facts: string;
  readonly abilities: string;
  readonly cell: number;
  readonly earned: number;
  readonly rest: number;
  readonly gender: number;
  readonly skills: number;
  readonly practice: number;
  readonly east_meters: number;
  readonly north_meters: number;
  readonly reach_meters: number;
  readonly early_hours: number;
  readonly late_hours: number;
  readonly asked_on: number | null;
  readonly served_on: number | null;
}

/**
 * A volunteer as rows for the database.
 * @param scoredOn epoch day as of which rest counts
 * @throws RangeError for a volunteer who cannot be ranked exactly
 */
export function toVolunteerRow(volunteer: Volunteer, weights: Weights, scoredOn: number): VolunteerRow {
  checkVolunteer(volunteer);
  const { place, calendar } = volunteer;
  const since = (day: number | null) => (day === null ? null : scoredOn - day);
  const rest =
    askedPoints(since(volunteer.lastAskedOn), weights) + servedPoints(since(volunteer.lastServedOn), weights);
  const hasAddedTime = calendar.exceptions.some(({ isFree }) => isFree);
  const hours = hoursTouched(freeSlots(calendar.weekly));
  return {
    volunteer_id: volunteer.id,
    facts: JSON.stringify(volunteer),
    abilities: JSON.stringify(
      abilitiesOf(volunteer, scarcestLanguage(volunteer.languages, weights), weights),
    ),
    cell: place ? cellOf(place) : -1,
    earned: rest + visitPoints(volunteer.visitsDone, weights),
    rest,
    gender: genderNumber(volunteer.gender),
    skills: categoryMask(volunteer.skills),
    practice: categoryMask(volunteer.practiced),
    east_meters: place?.eastMeters ?? 0,
    north_meters: place?.northMeters ?? 0,
    reach_meters: place ? volunteer.reachKilometers * 1000 : -1,
    early_hours: hasAddedTime ? EVERY_HOUR : hours.early,
    late_hours: hasAddedTime ? EVERY_HOUR : hours.late,
    asked_on: volunteer.lastAskedOn,
    served_on: volunteer.lastServedOn,
  };
}

function freeSlots(weekly: string): number[] {
  return Array.from({ length: SLOTS_A_WEEK }, (_, slot) => slot).filter((slot) => isFreeInWeek(weekly, slot));
}
