import { EASY_JAPANESE, type LanguageChoice, preferencePoints } from './language.ts';
import type { Category, Reason, Task } from './types.ts';
import type { Weights } from './weights.ts';

/** What is known of one volunteer for one request: everything the score depends on, and nothing else. */
export type Features = {
  meters: number | null;
  task: Task;
  choice: LanguageChoice;
  scarcestLanguage: string;
  category: Category;
  hasSkill: boolean;
  hasPractice: boolean;
  visitsDone: number;
  /** Whole days, null for never. */
  daysSinceAsked: number | null;
  daysSinceServed: number | null;
};

/** The soft factors as reasons with whole points, always in the same order. The score is their sum. */
export function reasonsFor(features: Features, weights: Weights): Reason[] {
  const reasons: Reason[] = [];
  addDistance(reasons, features.meters, weights);
  addLanguage(reasons, features, weights);
  addCategory(reasons, features, weights);
  addFairness(reasons, features, weights);
  const visits = features.visitsDone;
  // Of somebody who was never on a visit it is said already.
  if (visits > 0 || features.daysSinceServed !== null)
    reasons.push({ code: 'visits_done', params: { visits }, points: visitPoints(visits, weights) });
  return reasons;
}

/** Points for living near: full at the door, less by the kilometer, never below 0. */
export function distancePoints(meters: number, weights: Weights): number {
  return Math.max(0, weights.distanceFull - Math.floor((meters * weights.distancePerKilometer) / 1000));
}

/** Points for rest since the last offer; somebody never asked counts as fully rested. */
export function askedPoints(days: number | null, weights: Weights): number {
  return weights.askedPerDay * restedDays(days, weights.askedDays);
}

/** Points for rest since the last visit; somebody who never served counts as fully rested. */
export function servedPoints(days: number | null, weights: Weights): number {
  return weights.servedPerDay * restedDays(days, weights.servedDays);
}

/** Points for visits done, up to the limit of the weights. */
export function visitPoints(visits: number, weights: Weights): number {
  return weights.perVisit * Math.min(visits, weights.visits);
}

function restedDays(days: number | null, most: number): number {
  return days === null ? most : Math.min(Math.max(days, 0), most);
}

function addDistance(reasons: Reason[], meters: number | null, weights: Weights): void {
  if (meters === null) return;
  const params = { kilometers: Math.round(meters / 100) / 10 };
  reasons.push({ code: 'lives_near', params, points: distancePoints(meters, weights) });
}

function addLanguage(
  reasons: Reason[],
  { choice, task, scarcestLanguage }: Features,
  weights: Weights,
): void {
  const { language, level, position, scarcityGap } = choice;
  const able = { task, language, level };
  reasons.push({ code: 'able_in_language', params: able, points: weights.levels[level] ?? 0 });
  if (language === EASY_JAPANESE) {
    reasons.push({ code: 'easy_japanese_only', params: {}, points: -weights.easyJapanese });
  } else if (position > 0) {
    const points = -preferencePoints(choice, weights);
    reasons.push({ code: 'not_first_language', params: { position: position + 1 }, points });
  }
  if (scarcityGap > 0) {
    const points = -scarcityGap * weights.scarcity;
    reasons.push({ code: 'scarce_language_kept', params: { language: scarcestLanguage }, points });
  }
}

function addCategory(reasons: Reason[], features: Features, weights: Weights): void {
  const { category, hasSkill, hasPractice } = features;
  if (hasSkill) reasons.push({ code: 'knows_category', params: { category }, points: weights.categorySkill });
  if (hasPractice) {
    reasons.push({ code: 'practiced_category', params: { category }, points: weights.categoryPractice });
  }
}

function addFairness(
  reasons: Reason[],
  { daysSinceAsked, daysSinceServed }: Features,
  weights: Weights,
): void {
  const asked = askedPoints(daysSinceAsked, weights);
  const served = servedPoints(daysSinceServed, weights);
  reasons.push(
    daysSinceAsked === null
      ? { code: 'never_asked', params: {}, points: asked }
      : { code: 'asked_days_ago', params: { days: Math.max(daysSinceAsked, 0) }, points: asked },
    daysSinceServed === null
      ? { code: 'never_served', params: {}, points: served }
      : { code: 'served_days_ago', params: { days: Math.max(daysSinceServed, 0) }, points: served },
  );
}
