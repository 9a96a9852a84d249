import { chance, wholeChance } from './chance.ts';

/**
 * How people are assumed to act; every number is an assumption that can be changed in one place. Chosen so
 * that the weekly round lands near what the reference organization has published: nine in ten matched, nine
 * in ten pairs completed. The better two people fit, the likelier each step: that is the belief the whole
 * program rests on, and it is stated here, not hidden.
 */
export interface Behavior {
  /** Chance of saying yes to a proposal at fit 0, and what fit 1000 adds. */
  volunteerYes: readonly [at0: number, added: number];
  residentYes: readonly [at0: number, added: number];
  /** Chance of wanting to go on after the first meeting. */
  bothYesAfterIntroduction: readonly [at0: number, added: number];
  /** Chance that a pair lasts its half year. */
  completes: readonly [at0: number, added: number];
  /** Days until both have answered, and from there to the first meeting. */
  answerDays: readonly [least: number, most: number];
  introductionDays: readonly [least: number, most: number];
  pairDays: number;
  /**
   * Mean days a waiting resident stays patient (exponential, so leaving does not depend on how long they have
   * waited).
   */
  patienceDays: number;
  /**
   * Chance that a volunteer is ready for another pair after a completed one, and after one that ended early.
   */
  stays: readonly [afterCompleted: number, afterEndedEarly: number];
}

export const assumedBehavior: Behavior = {
  volunteerYes: [0.8, 0.2],
  residentYes: [0.85, 0.15],
  bothYesAfterIntroduction: [0.9, 0.1],
  completes: [0.8, 0.2],
  answerDays: [1, 6],
  introductionDays: [3, 10],
  pairDays: 183,
  patienceDays: 400,
  stays: [0.6, 0.4],
};

/** What becomes of a proposal; days are counted from the day it was made. */
export interface Course {
  volunteerSaysYes: boolean;
  residentSaysYes: boolean;
  /** The day all is said: an answer of no, or the first meeting. */
  settledAfterDays: number;
  becomesPair: boolean;
  completes: boolean;
  /** How long the pair lasts, counted from the first meeting. */
  lastsDays: number;
  volunteerStays: boolean;
}

/**
 * Draws the course of a proposal: the same two people with the same fit meet the same luck in every
 * simulation of a seed.
 */
export function courseOf(seed: number, pairId: string, fit: number, behavior: Behavior): Course {
  const happens = (what: string, [at0, added]: readonly [number, number]) =>
    chance(seed, `${pairId} ${what}`) < at0 + (added * fit) / 1000;
  const volunteerSaysYes = happens('volunteer', behavior.volunteerYes);
  const residentSaysYes = happens('resident', behavior.residentYes);
  const bothYes = volunteerSaysYes && residentSaysYes;
  const answered = wholeChance(seed, `${pairId} answer`, behavior.answerDays);
  const introduced = wholeChance(seed, `${pairId} introduction`, behavior.introductionDays);
  const completes = happens('completes', behavior.completes);
  const [afterCompleted, afterEndedEarly] = behavior.stays;
  return {
    volunteerSaysYes,
    residentSaysYes,
    settledAfterDays: bothYes ? answered + introduced : answered,
    becomesPair: bothYes && happens('introduction', behavior.bothYesAfterIntroduction),
    completes,
    lastsDays: completes
      ? behavior.pairDays
      : wholeChance(seed, `${pairId} lasts`, [14, behavior.pairDays - 14]),
    volunteerStays: chance(seed, `${pairId} stays`) < (completes ? afterCompleted : afterEndedEarly),
  };
}

/** Draws after how many days of waiting a resident gives up. */
export function patienceOf(seed: number, residentId: string, { patienceDays }: Behavior): number {
  return Math.round(-patienceDays * Math.log(1 - chance(seed, `${residentId} patience`)));
}
