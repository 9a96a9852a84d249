import { type LanguageAbility, type Level, TASKS, type Task } from '../../dispatch/types.ts';
import { bothWaitInThePool } from '../../fit/conditions/both-wait-in-the-pool.ts';
import { everythingRequiredIsOffered } from '../../fit/conditions/everything-required-is-offered.ts';
import { theVolunteerHasTheExperienceNeeded } from '../../fit/conditions/the-volunteer-has-the-experience-needed.ts';
import { theyShareALanguage } from '../../fit/conditions/they-share-a-language.ts';
import { wishesOfBothAreRespected } from '../../fit/conditions/wishes-of-both-are-respected.ts';
import { family } from '../../fit/factors/family.ts';
import { language } from '../../fit/factors/language.ts';
import { purposes } from '../../fit/factors/purposes.ts';
import { pointsOf } from '../../fit/fit.ts';
import type { FitWeights } from '../../fit/weights.ts';
import type { Party, Resident, Volunteer } from '../../people/party.ts';
import { REFUSED } from '../types.ts';

/** Something about people in which many are alike, so that it is judged once for each two kinds of people. */
export interface Trait {
  ofResident(resident: Resident, weights: FitWeights): unknown;
  ofVolunteer(volunteer: Volunteer, weights: FitWeights): unknown;
  /** The points that two of these kinds earn by it, `REFUSED` where they break a condition. */
  points(resident: Resident, volunteer: Volunteer, weights: FitWeights): number;
}

const whoComes = ({ isInPool, adultGenders, childAges, hasPets, smokes, wishes }: Party) => [
  isInPool,
  [...new Set(adultGenders)].sort(),
  childAges.length > 0,
  hasPets,
  smokes,
  wishes,
];

/** Whether both wait, who comes with whom, and what they wish of the other side. */
const company: Trait = {
  ofResident: whoComes,
  ofVolunteer: (volunteer) => [whoComes(volunteer), volunteer.currentPairs < volunteer.capacity],
  points: (resident, volunteer) =>
    bothWaitInThePool(resident, volunteer) || wishesOfBothAreRespected(resident, volunteer) ? REFUSED : 0,
};

const training: Trait = {
  ofResident: ({ wantsExperience }) => wantsExperience,
  ofVolunteer: ({ experienceIn }) => experienceIn,
  points: (resident, volunteer) => (theVolunteerHasTheExperienceNeeded(resident, volunteer) ? REFUSED : 0),
};

const help: Trait = {
  ofResident: (resident) => [resident.purposes, resident.requiredPurposes],
  ofVolunteer: ({ offers }) => offers,
  points: (resident, volunteer, weights) =>
    everythingRequiredIsOffered(resident, volunteer)
      ? REFUSED
      : pointsOf(purposes(resident, volunteer, weights).share, weights.points.purposes),
};

const children: Trait = {
  ofResident: ({ childAges }) => childAges,
  ofVolunteer: ({ childAges }) => childAges,
  points: (resident, volunteer, weights) =>
    pointsOf(family(resident, volunteer, weights).share, weights.points.family),
};

/** How the two can talk. Of a volunteer every task counts, since residents come with different ones. */
const speech: Trait = {
  ofResident: ({ task, languages, spokenJapanese }, { limits }) => [
    task,
    levelsAt(task, languages, limits.languageLevel),
    spokenJapanese >= limits.easyJapaneseFrom,
  ],
  ofVolunteer: ({ languages, isAtEaseWithEasyJapanese }, { limits }) => [
    TASKS.map((task) => levelsAt(task, languages, limits.languageLevel)),
    isAtEaseWithEasyJapanese,
  ],
  points: (resident, volunteer, weights) =>
    theyShareALanguage(resident, volunteer, weights.limits)
      ? REFUSED
      : pointsOf(language(resident, volunteer, weights).share, weights.points.language),
};

function levelsAt(task: Task, languages: readonly LanguageAbility[], least: Level): string[] {
  return languages
    .filter((ability) => ability[task] >= least)
    .map((ability) => `${ability.language} ${ability[task]}`)
    .sort();
}

export const traits: readonly Trait[] = [company, speech, help, children, training];
