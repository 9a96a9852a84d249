import { type ExclusionCode, openTimes, travelMeters, whyExcluded } from './conditions.ts';
import { reasonsFor } from './factors.ts';
import { chooseLanguage, scarcestLanguage } from './language.ts';
import { checkRequest } from './request.ts';
import type { DispatchRequest, RankedVolunteer, Volunteer } from './types.ts';
import { checkWeights, type Weights } from './weights.ts';

export type Exclusion = { volunteerId: string; because: ExclusionCode };

export type Ranking = {
  ranked: RankedVolunteer[];
  /** How many volunteers fit, also those beyond the limit. */
  fittingCount: number;
  excluded: Exclusion[];
};

/**
 * Ranks the volunteers who fit a request, best first, each with the reasons; and says of all others why not.
 * The order depends on nothing but the data: higher score first, equal scores by id (`compareRanked`).
 * @param limit how many to return at most.
 * @throws RangeError for a request or weights that cannot be ranked exactly (`checkRequest`, `checkWeights`).
 */
export function rankVolunteers(
  request: DispatchRequest,
  volunteers: readonly Volunteer[],
  weights: Weights,
  limit: number,
): Ranking {
  checkRequest(request, limit);
  checkWeights(weights);
  const ranked: RankedVolunteer[] = [];
  const excluded: Exclusion[] = [];
  for (const volunteer of volunteers) {
    const because = whyExcluded(request, volunteer);
    if (because) excluded.push({ volunteerId: volunteer.id, because });
    else ranked.push(assess(request, volunteer, weights));
  }
  ranked.sort(compareRanked);
  excluded.sort((one, other) => compareIds(one.volunteerId, other.volunteerId));
  return { ranked: ranked.slice(0, limit), fittingCount: ranked.length, excluded };
}

/** The total order of rankings: higher score first; equal scores by id, code unit by code unit. */
export function compareRanked(one: RankedVolunteer, other: RankedVolunteer): number {
  return other.score - one.score || compareIds(one.volunteerId, other.volunteerId);
}

/** Order of ids by code unit: never by locale, so that every machine agrees. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function assess(request: DispatchRequest, volunteer: Volunteer, weights: Weights): RankedVolunteer {
  const choice = chooseLanguage(request, volunteer, weights);
  if (!choice) throw new Error('Only a volunteer with a shared language can be assessed.');
  const reasons = reasonsFor(
    {
      meters: travelMeters(request, volunteer),
      task: request.task,
      choice,
      scarcestLanguage: scarcestLanguage(volunteer.languages, weights).language,
      category: request.category,
      hasSkill: volunteer.skills.includes(request.category),
      hasPractice: volunteer.practiced.includes(request.category),
      visitsDone: volunteer.visitsDone,
      daysSinceAsked: volunteer.lastAskedOn === null ? null : request.today - volunteer.lastAskedOn,
      daysSinceServed: volunteer.lastServedOn === null ? null : request.today - volunteer.lastServedOn,
    },
    weights,
  );
  return {
    volunteerId: volunteer.id,
    score: reasons.reduce((sum, { points }) => sum + points, 0),
    language: choice.language,
    possibleTimes: openTimes(request, volunteer),
    reasons,
  };
}
