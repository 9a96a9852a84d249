import type { Weights } from './weights.ts';

/** What the points of somebody come to, in words. */
export type Fit = 'very_well' | 'well' | 'barely';

/** The parts of a score, each with the most points that anybody can have for it. */
export interface MostPoints {
  /** null where nobody travels. */
  readonly near: number | null;
  readonly language: number;
  readonly category: number;
  readonly rest: number;
  readonly visits: number;
}

/** The scale of a score: next door, first language, long rested, at home in this kind of help, many visits. */
export function mostPoints(weights: Weights, { travels }: { readonly travels: boolean }): MostPoints {
  return {
    near: travels ? weights.distanceFull : null,
    language: Math.max(...weights.levels),
    category: weights.categorySkill + weights.categoryPractice,
    rest: weights.askedPerDay * weights.askedDays + weights.servedPerDay * weights.servedDays,
    visits: weights.perVisit * weights.visits,
  };
}

/** How much of what anybody could have somebody has: 0 to 1. Deductions can take a score below 0. */
export function shareOf(score: number, most: MostPoints): number {
  const { near, language, category, rest, visits } = most;
  const all = (near ?? 0) + language + category + rest + visits;
  return Math.min(1, Math.max(0, score / all));
}

/** Very well from two thirds of the scale, well from one third. */
export function fitOf(share: number): Fit {
  if (share >= 2 / 3) return 'very_well';
  return share >= 1 / 3 ? 'well' : 'barely';
}
