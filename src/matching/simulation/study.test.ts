import { expect, test } from 'vitest';
import { studyPairs, twoYears } from './study.ts';

/**
 * The small form of `npm run simulate -- pairs`. These are not truths but what the present weights,
 * conditions and behavior come to: whoever changes one of them sees here what it does, and writes down the
 * new figures with the reason.
 */
test('a small year comes to exactly these figures', () => {
  const study = studyPairs([1], { ...twoYears, days: 365, firstYear: 300 });
  const figures = study.rows.map(({ rhythm, policy, figures }) => [
    `${rhythm}, ${policy}`,
    figures.pairs,
    figures.matchedShare,
    figures.medianWaitDays,
    figures.p95WaitDays,
    figures.completionShare,
    figures.meanFit,
    figures.sharedLanguageShare,
  ]);
  expect(figures).toEqual([
    ['weekly, optimal', 132, 0.935, 15, 173, 0.917, 541, 0.864],
    ['weekly, first come', 133, 0.944, 16, 72, 0.959, 540, 0.865],
    ['fortnightly, optimal', 128, 0.925, 19, 157, 0.915, 564, 0.898],
    ['fortnightly, first come', 129, 0.944, 19, 86, 0.938, 558, 0.891],
    ['monthly, optimal', 122, 0.925, 29, 84, 0.898, 563, 0.869],
    ['monthly, first come', 120, 0.916, 29, 144, 0.913, 562, 0.858],
  ]);
  expect(study.sameRounds).toEqual({
    rounds: 91,
    pairs: 492,
    pairsFirstCome: 480,
    fit: 271740,
    fitFirstCome: 264591,
    lostRounds: 0,
  });
});

test('another seed is another year, the same seed the same', () => {
  const small = { ...twoYears, days: 120, firstYear: 200 };
  expect(studyPairs([1], small)).toEqual(studyPairs([1], small));
  expect(studyPairs([2], small)).not.toEqual(studyPairs([1], small));
});
