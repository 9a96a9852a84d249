import type { Level } from '../dispatch/types.ts';

/**
 * The things that make one possible pair better than another, in the order in which a coordinator reads them.
 */
export const factorNames = [
  'distance',
  'common_time',
  'language',
  'purposes',
  'interests',
  'family',
  'experience',
  'load',
] as const;

export type FactorName = (typeof factorNames)[number];

/** Where a hard condition begins; see `fit/conditions/`. */
export interface FitLimits {
  commonMinutes: number;
  /** The least level (CEFR as a number) at the task, on both sides, that makes a language a shared one. */
  languageLevel: Level;
  /** The least Japanese of a resident for whom Easy Japanese is enough. */
  easyJapaneseFrom: Level;
}

/**
 * Everything about fit that an organization may want to change, as data with a name, so that a round can be
 * repeated.
 */
export interface FitWeights {
  version: string;
  limits: FitLimits;
  /** The most points each factor can give: integers that add up to the best possible fit, 1000. */
  points: Readonly<Record<FactorName, number>>;
  /** The distance at which half of the points for distance are left. */
  halfDistanceMeters: number;
  /** Common time beyond which more makes no difference. */
  plentyMinutes: number;
}

export const bestFit = 1000;

export const weights202611: FitWeights = {
  version: '2026-11',
  limits: { commonMinutes: 120, languageLevel: 3, easyJapaneseFrom: 2 },
  points: {
    distance: 250,
    common_time: 150,
    language: 200,
    purposes: 150,
    interests: 100,
    family: 80,
    experience: 40,
    load: 30,
  },
  halfDistanceMeters: 2000,
  plentyMinutes: 480,
};

/**
 * Throws when weights are not what `FitWeights` promises: a set that nobody could explain must never reach a
 * round.
 */
export function checkWeights(weights: FitWeights): void {
  const points = factorNames.map((name) => weights.points[name]);
  if (!points.every((value) => Number.isInteger(value) && value >= 0))
    throw new RangeError(`The points of weights ${weights.version} are not all whole numbers from 0 up.`);
  const total = points.reduce((sum, value) => sum + value, 0);
  if (total !== bestFit)
    throw new RangeError(`The points of weights ${weights.version} add up to ${total}, not to ${bestFit}.`);
  const { commonMinutes, languageLevel } = weights.limits;
  if (weights.plentyMinutes <= commonMinutes || weights.halfDistanceMeters <= 0 || languageLevel < 1)
    throw new RangeError(`The limits of weights ${weights.version} leave no room for a fit.`);
}
