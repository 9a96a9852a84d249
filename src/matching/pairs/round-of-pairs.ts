import { fitOf } from '../fit/fit.ts';
import { solveRound } from '../round/solve.ts';
import type { RoundWatch } from '../round/types.ts';
import { prepareRound } from './prepare.ts';
import type { LeftOver, Proposal, RoundOfPairs, SolvedRound } from './types.ts';

/**
 * Holds a round: the most pairs, among those the most urgent residents, among those the best total fit, with
 * the certificate that proves it (see `round/README.md`). Refuses like `prepareRound`; a cancelled watch
 * throws `RoundCancelled`.
 */
export function solveRoundOfPairs(input: RoundOfPairs, watch?: RoundWatch): SolvedRound {
  const prepared = prepareRound(input);
  const { residents, volunteers, urgencies, problem } = prepared;
  const result = solveRound(problem, watch);
  const pinned = new Set((problem.pinned ?? []).map(([resident]) => resident));
  const ruledOut = Map.groupBy(problem.forbidden ?? [], ([resident]) => resident);
  const proposals: Proposal[] = [];
  const leftOver: LeftOver[] = [];
  residents.forEach((resident, row) => {
    const volunteer = volunteers[result.volunteerOf[row]!];
    const urgency = urgencies[row]!;
    if (volunteer)
      proposals.push({
        residentId: resident.id,
        volunteerId: volunteer.id,
        isPinned: pinned.has(row),
        fit: fitOf(resident, volunteer, input.weights),
        urgency,
      });
    else if (resident.isInPool)
      leftOver.push({
        residentId: resident.id,
        urgency,
        candidates: problem.rowPtr[row + 1]! - problem.rowPtr[row]! - (ruledOut.get(row)?.length ?? 0),
      });
  });
  leftOver.sort((a, b) => b.urgency.days - a.urgency.days || (a.residentId < b.residentId ? -1 : 1));
  return { ...prepared, result, proposals, leftOver };
}
