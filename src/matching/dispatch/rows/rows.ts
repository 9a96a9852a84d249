import { askedPoints, servedPoints, visitPoints } from '../factors.ts';
import { scarcestLanguage } from '../language.ts';
import { abilitiesOf } from '../memory/abilities.ts';
import { checkVolunteer } from '../memory/check.ts';
import { cellOf } from '../memory/grid.ts';
import { bestCategoryPoints, genderNumber } from '../memory/posting.ts';
import { categoryMask } from '../memory/roster.ts';
import type { Volunteer } from '../types.ts';
import type { Weights } from '../weights.ts';
import { slotsEverFree, toTraits } from './traits.ts';

/** What `spot.dispatch_rows` says of a volunteer whatever the list, and the lists they are in. */
export interface VolunteerRow {
  readonly volunteer_id: string;
  /** The volunteer, and the tasks they can do in a language with level and points, as JSON. */
  readonly facts: string;
  readonly abilities: string;
  readonly cell: number;
  readonly east_meters: number;
  readonly north_meters: number;
  readonly reach_kilometers: number;
  /** Categories known, and the points for the one that brings most. */
  readonly categories: number;
  /** Words of `Traits` without a level, as text: more than a number holds exactly. */
  readonly traits_1: string;
  readonly traits_2: string;
  readonly traits_3: string;
  /** Points that do not depend on the list. */
  readonly earned: number;
}

/** As of when and with what volunteers are written. */
export interface Writing {
  /** Those with which the index searches. */
  readonly weights: Weights;
  /** Epoch day as of which rest counts. */
  readonly day: number;
  /** Where the organization is. */
  readonly timeZone: string;
}

/**
 * A volunteer as rows for the database.
 * @throws RangeError for a volunteer who cannot be ranked exactly
 */
export function toVolunteerRow(volunteer: Volunteer, { weights, day, timeZone }: Writing): VolunteerRow {
  checkVolunteer(volunteer);
  const { place, calendar } = volunteer;
  const since = (then: number | null) => (then === null ? null : day - then);
  const rest =
    askedPoints(since(volunteer.lastAskedOn), weights) + servedPoints(since(volunteer.lastServedOn), weights);
  const slots = slotsEverFree(calendar, timeZone);
  const skills = categoryMask(volunteer.skills);
  const practice = categoryMask(volunteer.practiced);
  const category = bestCategoryPoints(skills, practice, weights);
  const [traits_1, traits_2, traits_3] = toTraits(0, genderNumber(volunteer.gender), slots);
  return {
    volunteer_id: volunteer.id,
    facts: JSON.stringify(volunteer),
    abilities: JSON.stringify(
      abilitiesOf(volunteer, scarcestLanguage(volunteer.languages, weights), weights),
    ),
    cell: place ? cellOf(place) : -1,
    east_meters: place?.eastMeters ?? 0,
    north_meters: place?.northMeters ?? 0,
    reach_kilometers: place ? volunteer.reachKilometers : -1,
    categories: (category << POINTS_FROM) | categoryBits(skills, practice),
    traits_1: String(traits_1),
    traits_2: String(traits_2),
    traits_3: String(traits_3),
    earned: rest + visitPoints(volunteer.visitsDone, weights) + category,
  };
}

/** Where the points begin in `categories`. */
export const POINTS_FROM = 16;

/** Categories known by skill and by practice in one number. */
export function categoryBits(skills: number, practice: number): number {
  return (skills << 8) | practice;
}
