import type { Solution } from '../types.ts';
import { type BothSides, bothSidesOf } from './both-sides.ts';

const passes = 3;
/** As far as a price is moved where nothing holds it. */
const farthest = 1000;

/**
 * Moves the prices of a proof to the middle of where they may be. A solver leaves them at an end, where candidates
 * that it has not seen are missed for no reason. What a volunteer costs more, those paired with them gain less, so the
 * sum stays, and every step keeps the proof whole.
 */
export function center(solution: Solution): Solution {
  const { problem, result } = solution;
  const { certificate } = result;
  const price = {
    residents: certificate.price.residents.slice(),
    volunteers: certificate.price.volunteers.slice(),
  };
  const sides = bothSidesOf(problem, result);
  for (let pass = 0; pass < passes; pass++) {
    for (const [column, group] of sides.groups) {
      const up = Math.min(farthest, ...group.map((row) => roomDown(solution, price, sides, row)));
      const down = Math.min(farthest, roomUp(solution, price, sides, column));
      const step = Math.floor((up - down) / 2);
      price.volunteers[column]! += step;
      for (const row of group) price.residents[row]! -= step;
    }
  }
  return { ...solution, result: { ...result, certificate: { ...certificate, price } } };
}

type Prices = Solution['result']['certificate']['price'];

/** How much less a resident may gain before another volunteer would do as well. */
function roomDown(
  { problem, result }: Solution,
  price: Prices,
  { isUsable }: BothSides,
  row: number,
): number {
  const own = price.residents[row]!;
  let room = result.certificate.cover.residents[row] === 0 ? own : farthest;
  for (let at = problem.rowPtr[row]!; at < problem.rowPtr[row + 1]!; at++) {
    const column = problem.column[at]!;
    if (isUsable[at] === 0 || column === result.volunteerOf[row]) continue;
    room = Math.min(room, own + price.volunteers[column]! - problem.fit[at]!);
  }
  return room;
}

/** How much cheaper a volunteer may become before another resident would take them. */
function roomUp({ result }: Solution, price: Prices, sides: BothSides, column: number): number {
  const own = price.volunteers[column]!;
  let room = result.certificate.cover.volunteers[column] === 0 ? own : farthest;
  for (let at = sides.start[column]!; at < sides.start[column + 1]!; at++) {
    const row = sides.row[at]!;
    if (result.volunteerOf[row] === column) continue;
    room = Math.min(room, price.residents[row]! + own - sides.fit[at]!);
  }
  return room;
}
