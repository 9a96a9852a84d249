import { type Core, toCore } from './core.ts';
import { type Cover, coverRound } from './cover/cover.ts';
import { fingerprint, fingerprintOfPairs } from './fingerprint.ts';
import { type Priced, priceRound } from './price/prices.ts';
import { newTicker } from './ticker.ts';
import { type RoundProblem, RoundRefused, type RoundResult, type RoundWatch } from './types.ts';
import { validateProblem } from './validate.ts';

function fitOf(problem: RoundProblem, resident: number, volunteer: number): number {
  for (let p = problem.rowPtr[resident]!; p < problem.rowPtr[resident + 1]!; p++) {
    if (problem.column[p] === volunteer) return problem.fit[p]!;
  }
  return 0;
}

/** Brings pairs and dual values back into the order of the problem and adds up the totals. */
function toResult(problem: RoundProblem, core: Core, cover: Cover, found: Priced): RoundResult {
  const volunteerOf = new Int32Array(problem.residents).fill(-1);
  const coverOf = {
    residents: new Int32Array(problem.residents),
    volunteers: new Int32Array(problem.volunteers),
  };
  const price = {
    residents: new Float64Array(problem.residents),
    volunteers: new Float64Array(problem.volunteers),
  };
  for (let row = 0; row < core.rows; row++) {
    const resident = core.residentOf[row]!;
    const column = found.columnOf[row]!;
    if (column >= 0) volunteerOf[resident] = core.volunteerOf[column]!;
    const least = cover.rowLevel[row]!;
    coverOf.residents[resident] = least < 0 ? 0 : Math.max(0, core.worth[row]! - least);
    price.residents[resident] = found.rowPrice[row]!;
  }
  for (let column = 0; column < core.columns; column++) {
    coverOf.volunteers[core.volunteerOf[column]!] = cover.level[column]!;
    price.volunteers[core.volunteerOf[column]!] = found.columnPrice[column]!;
  }
  for (const [resident, volunteer] of problem.pinned ?? []) volunteerOf[resident] = volunteer;
  let pairs = 0;
  let urgency = 0;
  let fit = 0;
  for (let resident = 0; resident < problem.residents; resident++) {
    const volunteer = volunteerOf[resident]!;
    if (volunteer < 0) continue;
    pairs += 1;
    urgency += problem.urgency?.[resident] ?? 0;
    fit += fitOf(problem, resident, volunteer);
  }
  return {
    volunteerOf,
    pairs,
    urgency,
    fit,
    certificate: {
      problem: fingerprint(problem),
      pairs: fingerprintOfPairs(volunteerOf),
      cover: coverOf,
      price,
    },
  };
}

/**
 * Solves a round: the most pairs; among those the most urgent residents; among those the best total fit.
 * Equal input up to order gives equal pairs when `problem.order` names the persons (see README.md).
 * Throws `RoundRefused` for what `validateProblem` refuses and `RoundCancelled` when the watcher cancels.
 */
export function solveRound(problem: RoundProblem, watch: RoundWatch = {}): RoundResult {
  const refusal = validateProblem(problem);
  if (refusal !== null) throw new RoundRefused(refusal);
  const ticker = newTicker(watch);
  ticker.tick();
  const core = toCore(problem);
  const cover = coverRound(core, ticker.stage(0, 0.4));
  const found = priceRound(core, cover, ticker.stage(0.4, 1));
  ticker.tick(1);
  return toResult(problem, core, cover, found);
}
