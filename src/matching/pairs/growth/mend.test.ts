import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weights202611 as weights } from '../../fit/weights.ts';
import { sampleCrowd } from '../../people/samples.ts';
import { checkCertificate } from '../../round/certificate.ts';
import { solveRound } from '../../round/solve.ts';
import { newTicker } from '../../round/ticker.ts';
import { urgencyWeights202611 as urgencyWeights } from '../../urgency/urgency.ts';
import { allCandidates } from '../candidates.ts';
import { groundOf } from '../ground.ts';
import { peopleOfRound, problemOf } from '../prepare.ts';
import { addToRows, candidatesIn, RowsBuilder } from '../rows.ts';
import { mend } from './mend.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };

/** A round of which every third candidate is unknown, and the same with all of them. */
function twoRounds(seed: number, residents: number, volunteers: number) {
  const crowd = sampleCrowd(seed, residents, volunteers);
  const everybody = groundOf(peopleOfRound({ ...base, ...crowd }));
  const all = allCandidates(everybody, newTicker({}));
  const unknown = candidatesIn(all).filter(({ row, column }) => (7 * row + column + seed) % 3 === 0);
  const known = new RowsBuilder(residents);
  for (let row = 0; row < residents; row++) {
    for (let at = all.rowPtr[row]!; at < all.rowPtr[row + 1]!; at++)
      if ((7 * row + all.column[at]! + seed) % 3 !== 0) known.add(all.column[at]!, all.fit[at]!);
    known.endRow();
  }
  const rows = known.toRows();
  const [pinned] = candidatesIn(rows);
  const decided = pinned && [
    {
      residentId: everybody.residents[pinned.row]!.id,
      volunteerId: everybody.volunteers[pinned.column]!.id,
    },
  ];
  const ground =
    decided && seed % 2 === 0 ? groundOf(peopleOfRound({ ...base, ...crowd, pinned: decided })) : everybody;
  return { ground, rows, unknown };
}

test('whoever comes into a round that is solved changes it to what solving it anew gives, proved', () => {
  let [mended, changed] = [0, 0];
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 3, max: 40 }),
      fc.integer({ min: 3, max: 40 }),
      (seed, one, two) => {
        const { ground, rows, unknown } = twoRounds(seed, one, two);
        const problem = problemOf(ground, rows);
        const before = { problem, isComplete: false, result: solveRound(problem) };
        const more = problemOf(ground, addToRows(problem, unknown));
        const best = solveRound(more);
        const after = mend(ground, before, more, unknown);
        if (!after) return;
        mended++;
        if (String(after.result.volunteerOf) !== String(before.result.volunteerOf)) changed++;
        const { pairs, urgency, fit } = after.result;
        expect([pairs, urgency, fit]).toEqual([best.pairs, best.urgency, best.fit]);
        expect(checkCertificate(more, after.result)).toEqual({ ok: true });
      },
    ),
    // The counts below are of these rounds.
    { numRuns: 400, seed: 20261122 },
  );
  expect(mended).toBeGreaterThan(50);
  expect(changed).toBeGreaterThan(20);
});
