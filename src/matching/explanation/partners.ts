import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import type { SolvedRound } from '../pairs/types.ts';

/** A volunteer with whom a resident could be a pair. */
export interface PossiblePartner {
  volunteerId: string;
  fit: number;
  /** Residents to whom the round proposes this volunteer. */
  proposedTo: readonly string[];
  freePlaces: number;
}

/**
 * Lists everybody with whom the resident could be a pair in this round, the proposed one too: the best fit first,
 * of equals the first by id. Whoever the coordinator has ruled out is not among them. Nobody for a resident whom
 * the round does not know.
 */
export function partnersOf(round: SolvedRound, residentId: string): PossiblePartner[] {
  const { problem, residents, result, volunteers } = round;
  const row = residents.findIndex(({ id }) => id === residentId);
  if (row < 0) return [];
  const rowsOf = Map.groupBy(result.volunteerOf.keys(), (other) => result.volunteerOf[other]!);
  return candidatesOf(round, row)
    .map(({ column, fit }) => {
      const proposedTo = (rowsOf.get(column) ?? []).map((other) => residents[other]!.id);
      const freePlaces = problem.capacity[column]! - proposedTo.length;
      return { volunteerId: volunteers[column]!.id, fit, proposedTo, freePlaces };
    })
    .sort((a, b) => b.fit - a.fit || (a.volunteerId < b.volunteerId ? -1 : 1));
}

/** All candidates of a resident: from the problem where it holds them all, else from the people. */
function candidatesOf(round: SolvedRound, row: number): { column: number; fit: number }[] {
  const { problem, isComplete, residents, volunteers, input } = round;
  if (isComplete) {
    const kept = problem.column.subarray(problem.rowPtr[row], problem.rowPtr[row + 1]);
    return Array.from(kept, (column, at) => ({ column, fit: problem.fit[problem.rowPtr[row]! + at]! }));
  }
  const resident = residents[row]!;
  const ruledOut = ruledOutFor(round, resident.id);
  return [...volunteers.keys()]
    .filter((column) => {
      const volunteer = volunteers[column]!;
      return !ruledOut.has(volunteer.id) && mayBeAPair(resident, volunteer, input.weights.limits);
    })
    .map((column) => ({ column, fit: fitTotal(resident, volunteers[column]!, input.weights) }));
}

/** The volunteers whom the coordinator has ruled out for a resident. */
export function ruledOutFor({ input }: SolvedRound, residentId: string): Set<string> {
  const pairs = (input.forbidden ?? []).filter((pair) => pair.residentId === residentId);
  return new Set(pairs.map(({ volunteerId }) => volunteerId));
}
