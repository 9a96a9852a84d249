import type { Level } from './types.ts';

/** How much each factor counts, in whole points. Data, versioned: rankings under old and new weights can be compared. */
export type Weights = {
  version: string;
  /** Points next door, and how many a kilometer takes away; never below 0. */
  distanceFull: number;
  distancePerKilometer: number;
  /** Points by level of the task in the language used, from none to first language. */
  levels: readonly [number, number, number, number, number, number, number];
  /** Taken away for each place the language stands behind the resident's most comfortable one. */
  languagePreference: number;
  /** Taken away when only Easy Japanese is shared. */
  easyJapanese: number;
  categorySkill: number;
  categoryPractice: number;
  /** Points for each day since the last offer and the last visit, up to so many days. */
  askedPerDay: number;
  askedDays: number;
  servedPerDay: number;
  servedDays: number;
  /** Points for each visit done, up to so many visits. */
  perVisit: number;
  visits: number;
  /** Taken away for each step by which the volunteer's rarest language is rarer than the one used. */
  scarcity: number;
  /** How rare a language is among volunteers: 0 common to 9; languages not named count as `otherScarcity`. */
  scarcityByLanguage: Readonly<Record<string, number>>;
  otherScarcity: number;
};

/** Spoken from this level on, a rare language is worth keeping free. */
export const SCARCE_FROM_LEVEL: Level = 3;

export const DEFAULT_WEIGHTS: Weights = {
  version: '2026-12',
  distanceFull: 300,
  distancePerKilometer: 30,
  levels: [0, 10, 30, 50, 70, 85, 100],
  languagePreference: 60,
  easyJapanese: 30,
  categorySkill: 30,
  categoryPractice: 30,
  askedPerDay: 2,
  askedDays: 30,
  servedPerDay: 1,
  servedDays: 60,
  perVisit: 2,
  visits: 20,
  scarcity: 30,
  scarcityByLanguage: { ja: 0, en: 0, zh: 1, ko: 1, es: 1, fr: 1 },
  otherScarcity: 3,
};

/** How rare a language is: 0 for a common one. Easy Japanese is as common as Japanese. */
export function scarcityOf(language: string, weights: Weights): number {
  const plain = language === 'ja-easy' ? 'ja' : language;
  return Object.hasOwn(weights.scarcityByLanguage, plain)
    ? (weights.scarcityByLanguage[plain] ?? 0)
    : weights.otherScarcity;
}

/**
 * Refuses weights with which scores would not be small exact integers.
 * @throws RangeError when a number is not whole, is negative or exceeds 2,000.
 */
export function checkWeights(weights: Weights): void {
  const { version: _, levels, scarcityByLanguage, ...numbers } = weights;
  const all = { ...numbers, ...scarcityByLanguage };
  for (const [name, value] of [...Object.entries(all), ...Object.entries(levels)]) {
    if (!Number.isInteger(value) || value < 0 || value > 2000) {
      throw new RangeError(`The weight ${name} must be a whole number from 0 to 2,000.`);
    }
  }
}
