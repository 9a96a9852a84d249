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

/** What `spot.dispatch_rows` says of a volunteer whatever the list, and the lists they are in. */
export interface VolunteerRow {
  readonly volunteer_id: string;
  /** The volunteer, and the tasks they can do in a language with level and points, as JSON. */
  readonly facts: string;
  readonly abilities: string;
  readonly cell: number;
  readonly east_meters: number;
  readonly north_meters: number;
  readonly reach_meters: number;
  /** 60 bits, as text: more than a number holds exactly. */
  readonly hours: string;
  /** Without a level. */
  readonly traits: number;
  /** Points that do not depend on the list. */
  readonly earned: number;
}

/**
 * A volunteer as rows for the database.
 * @param day epoch day as of which rest counts
 * @throws RangeError for a volunteer who cannot be ranked exactly
 */
export function toVolunteerRow(volunteer: Volunteer, weights: Weights, day: number): VolunteerRow {
  checkVolunteer(volunteer);
  const { place, calendar } = volunteer;
  const since = (then: number | null) => (then === null ? null : day - then);
  const rest =
    askedPoints(since(volunteer.lastAskedOn), weights) + servedPoints(since(volunteer.lastServedOn), weights);
  const hasAddedTime = calendar.exceptions.some(({ isFree }) => isFree);
  return {
    volunteer_id: volunteer.id,
    facts: JSON.stringify(volunteer),
    abilities: JSON.stringify(
      abilitiesOf(volunteer, scarcestLanguage(volunteer.languages, weights), weights),
    ),
    cell: place ? cellOf(place) : -1,
    east_meters: place?.eastMeters ?? 0,
    north_meters: place?.northMeters ?? 0,
    reach_meters: place ? volunteer.reachKilometers * 1000 : -1,
    hours: String(hasAddedTime ? bitsOf(EVERY_HOUR, EVERY_HOUR) : hourBits(freeSlots(calendar.weekly))),
    traits: traitsOf({
      level: 0,
      gender: genderNumber(volunteer.gender),
      skills: categoryMask(volunteer.skills),
      practice: categoryMask(volunteer.practiced),
    }),
    earned: rest + visitPoints(volunteer.visitsDone, weights),
  };
}

/** Where the level begins in `traits`. */
export const LEVEL_SHIFT = 18;

/** Level, gender and categories in one number, which is the greater the higher the level. */
export function traitsOf(traits: {
  readonly level: number;
  readonly gender: number;
  readonly skills: number;
  readonly practice: number;
}): number {
  return (traits.level << LEVEL_SHIFT) | (traits.gender << 16) | (traits.skills << 8) | traits.practice;
}

/** The hours in which at least one of these half hours of the week lies, as 60 bits. */
export function hourBits(slots: Iterable<number>): bigint {
  const { early, late } = hoursTouched(slots);
  return bitsOf(early, late);
}

function bitsOf(early: number, late: number): bigint {
  return BigInt.asUintN(30, BigInt(early)) | (BigInt.asUintN(30, BigInt(late)) << 30n);
}

function freeSlots(weekly: string): number[] {
  return Array.from({ length: SLOTS_A_WEEK }, (_, slot) => slot).filter((slot) => isFreeInWeek(weekly, slot));
}
