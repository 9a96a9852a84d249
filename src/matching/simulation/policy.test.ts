import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weights202611 as weights } from '../fit/weights.ts';
import { prepareRound } from '../pairs/prepare.ts';
import { sampleCrowd } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { firstCome, optimal } from './policy.ts';

const count = (volunteerOf: Int32Array) => volunteerOf.filter((column) => column >= 0).length;

test('first come gives whoever has waited longest the best fit, and keeps capacities', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const crowd = sampleCrowd(seed, 10, 5);
      const round = prepareRound({ today_on: '2026-11-22', weights, urgencyWeights, ...crowd });
      const { problem, urgencies } = round;
      const chosen = firstCome(round);
      problem.capacity.forEach((capacity, column) => {
        expect(chosen.filter((one) => one === column).length).toBeLessThanOrEqual(capacity);
      });
      const first = [...urgencies.keys()].sort(
        (a, b) => urgencies[b]!.days - urgencies[a]!.days || a - b,
      )[0]!;
      const [from, to] = [problem.rowPtr[first]!, problem.rowPtr[first + 1]!];
      const fits = [...problem.fit.subarray(from, to)];
      const open = fits.filter((_, at) => problem.capacity[problem.column[from + at]!]! > 0);
      if (open.length > 0)
        expect(fits[problem.column.subarray(from, to).indexOf(chosen[first]!)]).toBe(Math.max(...open));
      expect(count(optimal(round))).toBeGreaterThanOrEqual(count(chosen));
    }),
  );
});
