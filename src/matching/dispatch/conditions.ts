import { languageOptions, levelIn } from './language.ts';
import { metersBetween } from './plane.ts';
import { freedomAt } from './times.ts';
import type { DispatchRequest, PossibleTime, Volunteer } from './types.ts';

type Condition = { because: string; refuses: (request: DispatchRequest, volunteer: Volunteer) => boolean };

/**
 * The hard conditions, in the order in which they are told: the first that refuses somebody is the reason the
 * coordinator reads. Nobody whom one of them refuses is ever asked.
 */
export const CONDITIONS = [
  { because: 'not_approved', refuses: (_, volunteer) => !volunteer.isApproved },
  { because: 'same_person', refuses: (request, volunteer) => volunteer.id === request.residentId },
  { because: 'same_household', refuses: sharesHousehold },
  {
    because: 'restricted',
    refuses: (request, volunteer) => request.restrictedVolunteerIds.includes(volunteer.id),
  },
  {
    because: 'already_asked',
    refuses: (request, volunteer) => request.askedVolunteerIds.includes(volunteer.id),
  },
  { because: 'no_shared_language', refuses: (request, volunteer) => bestLevel(request, volunteer) === 0 },
  {
    because: 'level_below_need',
    refuses: (request, volunteer) => bestLevel(request, volunteer) < request.neededLevel,
  },
  {
    because: 'gender_not_as_wished',
    refuses: ({ genderWish }, volunteer) => genderWish !== null && volunteer.gender !== genderWish,
  },
  {
    because: 'place_unknown',
    refuses: (request, volunteer) => request.mode === 'in_person' && volunteer.place === null,
  },
  { because: 'too_far', refuses: isTooFar },
  { because: 'paused', refuses: isStoppedOnlyBy('paused') },
  { because: 'not_free', refuses: isStoppedOnlyBy('paused', 'not_free') },
  { because: 'overlaps_visit', refuses: isStoppedOnlyBy('paused', 'not_free', 'overlaps_visit') },
] as const satisfies readonly Condition[];

export type ExclusionCode = (typeof CONDITIONS)[number]['because'];

/** Why a volunteer cannot be asked, or null when nothing speaks against it. */
export function whyExcluded(request: DispatchRequest, volunteer: Volunteer): ExclusionCode | null {
  return CONDITIONS.find((condition) => condition.refuses(request, volunteer))?.because ?? null;
}

/** The possible times for which a volunteer is free and on no other visit, in the request's order. */
export function openTimes(request: DispatchRequest, volunteer: Volunteer): PossibleTime[] {
  return request.possibleTimes.filter(
    (time) => freedomAt(volunteer.calendar, time, request.travelBufferMinutes) === 'free',
  );
}

/** Meters from a volunteer to the request's place; null when nobody travels. */
export function travelMeters(request: DispatchRequest, volunteer: Volunteer): number | null {
  if (request.mode !== 'in_person' || !request.place || !volunteer.place) return null;
  return metersBetween(request.place, volunteer.place);
}

function sharesHousehold(request: DispatchRequest, volunteer: Volunteer): boolean {
  return request.householdId !== null && request.householdId === volunteer.householdId;
}

function bestLevel(request: DispatchRequest, volunteer: Volunteer): number {
  return Math.max(0, ...languageOptions(request).map((language) => levelIn(volunteer, language, request)));
}

function isTooFar(request: DispatchRequest, volunteer: Volunteer): boolean {
  const meters = travelMeters(request, volunteer);
  return meters !== null && meters > volunteer.reachKilometers * 1000;
}

/** True when every possible time falls to one of these obstacles: the last one added is what to tell. */
function isStoppedOnlyBy(...obstacles: string[]): Condition['refuses'] {
  return (request, volunteer) =>
    request.possibleTimes.every((time) =>
      obstacles.includes(freedomAt(volunteer.calendar, time, request.travelBufferMinutes)),
    );
}
