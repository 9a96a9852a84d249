import { describe, expect, test } from 'vitest';
import { reasonsFor } from './factors.ts';
import { fitOf, mostPoints, shareOf } from './fit.ts';
import { DEFAULT_WEIGHTS } from './weights.ts';

const best = {
  meters: 0,
  task: 'speak',
  choice: { language: 'ne', position: 0, level: 6, scarcityGap: 0 },
  scarcestLanguage: 'ne',
  category: 'admin',
  hasSkill: true,
  hasPractice: true,
  visitsDone: 99,
  daysSinceAsked: null,
  daysSinceServed: 400,
} as const;
const scoreOf = (features: Parameters<typeof reasonsFor>[0]) =>
  reasonsFor(features, DEFAULT_WEIGHTS).reduce((sum, { points }) => sum + points, 0);
const travels = mostPoints(DEFAULT_WEIGHTS, { travels: true });
const calls = mostPoints(DEFAULT_WEIGHTS, { travels: false });

describe('the scale of a score', () => {
  test('ends where somebody has everything, on a visit and by telephone', () => {
    expect(shareOf(scoreOf(best), travels)).toBe(1);
    expect(shareOf(scoreOf({ ...best, meters: null }), calls)).toBe(1);
    expect(shareOf(scoreOf({ ...best, visitsDone: 19 }), travels)).toBeLessThan(1);
  });

  test('begins at nothing, also where deductions leave less', () => {
    expect(shareOf(-60, travels)).toBe(0);
  });

  test.each([
    [1, 'very_well'],
    [2 / 3, 'very_well'],
    [0.66, 'well'],
    [1 / 3, 'well'],
    [0.33, 'barely'],
    [0, 'barely'],
  ] as const)('%s of it is %s', (share, fit) => {
    expect(fitOf(share)).toBe(fit);
  });
});
