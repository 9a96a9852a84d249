import { metersBetween } from '../dispatch/plane.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import type { FitWeights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { type Grid, gridOf, ringsAround, visitRing } from './grid.ts';
import { mayPass, type Sieve, sieveOf } from './sieve.ts';

/** Who can be a pair with whom, as rows of the round: see `RoundProblem` for the shape of the arrays. */
export interface Candidates {
  rowPtr: Int32Array;
  column: Int32Array;
  fit: Int32Array;
  /** Residents who have more candidates than were kept. */
  cutResidents: number;
}

/** Whom candidates are looked for among, and how many of the nearest are kept for each resident. */
export interface CandidateSearch {
  residents: readonly Resident[];
  volunteers: readonly Volunteer[];
  weights: FitWeights;
  mostCandidates: number;
}

/**
 * The search with everything that is worked out once for all residents. Volunteers without a free place are
 * not in the grid.
 */
interface Ground extends CandidateSearch {
  grid: Grid;
  /** The column of each item of the grid. */
  columnOf: readonly number[];
  sieve: Sieve;
}

/**
 * Finds for each resident the nearest volunteers with whom every condition is kept, at most `mostCandidates`
 * of them; of two at the same distance the earlier volunteer. A cell is looked at only while nearer cells
 * have not filled the list, and only where somebody willing to travel or to meet online can be, so the work
 * grows with the number kept, not with the square.
 */
export function findCandidates(search: CandidateSearch): Candidates {
  const ground = groundOf(search);
  const { residents, volunteers, weights, mostCandidates } = search;
  const rowPtr = new Int32Array(residents.length + 1);
  const column: number[] = [];
  const fit: number[] = [];
  let cutResidents = 0;
  residents.forEach((resident, row) => {
    const found = nearestCandidates(row, ground);
    if (found.length > mostCandidates) cutResidents++;
    const kept = found.slice(0, mostCandidates).map((near) => near.column);
    for (const volunteer of kept.sort((a, b) => a - b)) {
      column.push(volunteer);
      fit.push(fitTotal(resident, volunteers[volunteer]!, weights));
    }
    rowPtr[row + 1] = column.length;
  });
  return { rowPtr, column: Int32Array.from(column), fit: Int32Array.from(fit), cutResidents };
}

function groundOf(search: CandidateSearch): Ground {
  const { residents, volunteers, weights } = search;
  const columnOf = [...volunteers.keys()].filter((column) => {
    const { isInPool, capacity, currentPairs } = volunteers[column]!;
    return isInPool && currentPairs < capacity;
  });
  return {
    ...search,
    grid: gridOf(columnOf.map((column) => volunteers[column]!.place)),
    columnOf,
    sieve: sieveOf(residents, volunteers, weights.limits),
  };
}

interface Near {
  column: number;
  meters: number;
}

/** Returns candidates by distance: all of them, or at least the nearest `mostCandidates + 1`. */
function nearestCandidates(row: number, ground: Ground): Near[] {
  const { grid, sieve, mostCandidates } = ground;
  const resident = ground.residents[row]!;
  const { limits } = ground.weights;
  const found: Near[] = [];
  if (!resident.isInPool || sieve.residents.languages[row] === 0) return found;
  const consider = (item: number) => {
    const column = ground.columnOf[item]!;
    if (!mayPass(sieve, row, column)) return;
    const volunteer = ground.volunteers[column]!;
    if (!mayBeAPair(resident, volunteer, limits)) return;
    found.push({ column, meters: metersBetween(resident.place, volunteer.place) });
  };
  const rings = ringsAround(grid, resident.place);
  const reachMeters = resident.isOnlineOk ? Number.POSITIVE_INFINITY : 1000 * resident.reachKilometers;
  for (let ring = 0; ring <= rings && (ring - 1) * grid.cellMeters <= reachMeters; ring++) {
    visitRing(grid, resident.place, ring, consider);
    if (found.length <= mostCandidates) continue;
    const sure = found.filter((near) => near.meters < ring * grid.cellMeters);
    if (sure.length > mostCandidates) break;
  }
  return found.sort((a, b) => a.meters - b.meters || a.column - b.column);
}
