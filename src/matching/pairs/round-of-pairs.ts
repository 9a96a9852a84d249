import { fitOf } from '../fit/fit.ts';
import type { RoundWatch } from '../round/types.ts';
import { groundOf } from './ground.ts';
import { peopleOfRound } from './prepare.ts';
import { solveGround } from './solve.ts';
import type { LeftOver, PeopleOfRound, Proposal, RoundOfPairs, Solution, SolvedRound } from './types.ts';

/**
 * Holds a round: the most pairs, among those the most urgent residents, among those the best total fit, with
 * the certificate that proves it (see `round/README.md`). Refuses like `peopleOfRound`; a cancelled watch
 * throws `RoundCancelled`.
 */
export function solveRoundOfPairs(input: RoundOfPairs, watch?: RoundWatch): SolvedRound {
  const people = peopleOfRound(input);
  return toSolvedRound(people, solveGround(groundOf(people), watch));
}

/** Says in people what the solver has found. */
export function toSolvedRound(people: PeopleOfRound, solution: Solution): SolvedRound {
  const { input, residents, volunteers, urgencies } = people;
  const pinned = new Set((solution.problem.pinned ?? []).map(([resident]) => resident));
  const proposals: Proposal[] = [];
  const leftOver: LeftOver[] = [];
  residents.forEach((resident, row) => {
    const volunteer = volunteers[solution.result.volunteerOf[row]!];
    const urgency = urgencies[row]!;
    if (volunteer)
      proposals.push({
        residentId: resident.id,
        volunteerId: volunteer.id,
        isPinned: pinned.has(row),
        fit: fitOf(resident, volunteer, input.weights),
        urgency,
      });
    else if (resident.isInPool) leftOver.push({ residentId: resident.id, urgency });
  });
  leftOver.sort((a, b) => b.urgency.days - a.urgency.days || (a.residentId < b.residentId ? -1 : 1));
  return { input, residents, volunteers, urgencies, ...solution, proposals, leftOver };
}
