import { askedPoints, servedPoints, visitPoints } from '../factors.ts';
import { TASKS, type Volunteer } from '../types.ts';
import { checkWeights, type Weights } from '../weights.ts';
import { HIGHEST_SCORE } from './posting.ts';
import { MOST_REACH } from './roster.ts';

/** The most that rest can add to a score. */
export function mostRestPoints(weights: Weights): number {
  return askedPoints(null, weights) + servedPoints(null, weights);
}

/** The most that anybody's posting can hold before category, distance and preference. */
export function mostPostingPoints(weights: Weights): number {
  return Math.max(...weights.levels) + mostRestPoints(weights) + visitPoints(Infinity, weights);
}

/** The most that knowing a category can add to a score. */
export function mostCategoryPoints(weights: Weights): number {
  return weights.categorySkill + weights.categoryPractice;
}

/** The least that anybody's posting can hold. */
export function leastPostingPoints(weights: Weights): number {
  const rarest = Math.max(weights.otherScarcity, ...Object.values(weights.scarcityByLanguage));
  return -weights.easyJapanese - rarest * weights.scarcity;
}

/**
 * Refuses weights whose scores do not fit the index.
 * @throws RangeError when checkWeights does, or when a posting could leave 13 bits.
 */
export function checkIndexWeights(weights: Weights): void {
  checkWeights(weights);
  const most = mostPostingPoints(weights) + mostCategoryPoints(weights);
  if (most > HIGHEST_SCORE || leastPostingPoints(weights) < -HIGHEST_SCORE) {
    throw new RangeError('These weights add up to more than 4,095 points before distance.');
  }
}

/**
 * Refuses a volunteer whom the index could not keep exactly.
 * @throws RangeError for numbers that are not whole or out of range, or weekly hours of the wrong form.
 */
export function checkVolunteer(volunteer: Volunteer): void {
  const { place, calendar } = volunteer;
  if (!/^[0-9a-f]{84}$/.test(calendar.weekly)) throw new RangeError('Weekly hours must be 84 hex digits.');
  const days = [volunteer.lastAskedOn ?? 1, volunteer.lastServedOn ?? 1];
  if (!days.every((day) => isWhole(day, 1, 65_535))) throw new RangeError('A day must be an epoch day.');
  if (!isWhole(volunteer.visitsDone, 0, 65_535)) throw new RangeError('Visits must be a whole number.');
  if (!isWhole(volunteer.reachKilometers, 0, MOST_REACH)) {
    throw new RangeError('Reach must be a whole number of kilometers, at most 254.');
  }
  const levels = volunteer.languages.flatMap((ability) => TASKS.map((task) => ability[task]));
  if (!levels.every((level) => isWhole(level, 0, 6))) throw new RangeError('A level must be from 0 to 6.');
  const meters = place ? [place.eastMeters, place.northMeters] : [];
  if (!meters.every((each) => isWhole(each, -2e7, 2e7)))
    throw new RangeError('A place must be in whole meters.');
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
