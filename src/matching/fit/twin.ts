import { type Level, TASKS } from '../dispatch/types.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { type FitPart, fitOf } from './fit.ts';
import type { FitWeights } from './weights.ts';

const plentyOfPairs = 1000;

/**
 * The most points each factor could give a resident with whomever, in the order of `factorNames`: those with a
 * twin who lives next door, is free at the same hours, likes and offers the same and has children of the same age.
 */
export function mostPointsOfResident(resident: Resident, weights: FitWeights): number[] {
  const twin: Volunteer = {
    ...resident,
    isAtEaseWithEasyJapanese: true,
    offers: resident.purposes,
    experienceIn: resident.wantsExperience,
    capacity: 1,
    currentPairs: 0,
    completedPairs: plentyOfPairs,
  };
  return pointsOf(fitOf(resident, twin, weights).parts);
}

/** The most points each factor could give a volunteer with whomever, by their twin. */
export function mostPointsOfVolunteer(volunteer: Volunteer, weights: FitWeights): number[] {
  const twin: Resident = {
    ...volunteer,
    languages: volunteer.languages.map((ability) => {
      const best = Math.max(...TASKS.map((task) => ability[task])) as Level;
      return { language: ability.language, speak: best, read: best, write: best, phone: best };
    }),
    spokenJapanese: 6,
    task: 'speak',
    purposes: volunteer.offers,
    requiredPurposes: [],
    wantsExperience: [],
    waiting: { since_on: '', pausedDays: 0, need: 0, fallenThrough: 0 },
  };
  return pointsOf(fitOf(twin, able(volunteer, twin), weights).parts);
}

/** A volunteer who does each task as well as their best one. */
function able(volunteer: Volunteer, { languages }: Resident): Volunteer {
  return { ...volunteer, languages };
}

function pointsOf(parts: readonly FitPart[]): number[] {
  return parts.map(({ points }) => points);
}
