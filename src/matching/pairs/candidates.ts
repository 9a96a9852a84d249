import { metersBetween } from '../dispatch/plane.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import type { FitWeights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { type Grid, gridOf, ringsAround, visitRing } from './grid.ts';

/** Who can be a pair with whom, as rows of the round: see `RoundProblem` for the shape of the arrays. */
export interface Candidates {
  rowPtr: Int32Array;
  column: Int32Array;
  fit: Int32Array;
  /** Residents who have more candidates than were kept. */
  cutResidents: number;
}

/** What candidates are looked for among, and how many of the nearest are kept for each resident. */
export interface CandidateSearch {
  residents: readonly Resident[];
  volunteers: readonly Volunteer[];
  weights: FitWeights;
  mostCandidates: number;
}

/**
 * Finds for each resident the nearest volunteers with whom every condition is kept, at most `mostCandidates` of them; of two
 * at the same distance the earlier volunteer. A cell is looked at only while nearer cells have not filled the list, and only
 * where somebody willing to travel or to meet online can be, so the work grows with the number kept, not with the square.
 */
export function findCandidates(search: CandidateSearch): Candidates {
  const grid = gridOf(search.volunteers.map((volunteer) => volunteer.place));
  const rowPtr = new Int32Array(search.residents.length + 1);
  const column: number[] = [];
  const fit: number[] = [];
  let cutResidents = 0;
  search.residents.forEach((resident, row) => {
    const found = nearestCandidates(resident, grid, search);
    if (found.length > search.mostCandidates) cutResidents++;
    const kept = found.slice(0, search.mostCandidates).map((near) => near.volunteer);
    for (const volunteer of kept.sort((a, b) => a - b)) {
      column.push(volunteer);
      fit.push(fitTotal(resident, search.volunteers[volunteer]!, search.weights));
    }
    rowPtr[row + 1] = column.length;
  });
  return { rowPtr, column: Int32Array.from(column), fit: Int32Array.from(fit), cutResidents };
}

interface Near {
  volunteer: number;
  meters: number;
}

/** Returns candidates by distance: all of them, or at least the nearest `mostCandidates + 1`. */
function nearestCandidates(resident: Resident, grid: Grid, search: CandidateSearch): Near[] {
  const found: Near[] = [];
  if (!resident.isInPool) return found;
  const consider = (volunteer: number) => {
    const party = search.volunteers[volunteer]!;
    if (!mayBeAPair(resident, party, search.weights.limits)) return;
    found.push({ volunteer, meters: metersBetween(resident.place, party.place) });
  };
  const rings = ringsAround(grid, resident.place);
  const reachMeters = resident.isOnlineOk ? Number.POSITIVE_INFINITY : 1000 * resident.reachKilometers;
  for (let ring = 0; ring <= rings && (ring - 1) * grid.cellMeters <= reachMeters; ring++) {
    visitRing(grid, resident.place, ring, consider);
    if (found.length <= search.mostCandidates) continue;
    const sure = found.filter((near) => near.meters < ring * grid.cellMeters);
    if (sure.length > search.mostCandidates) break;
  }
  return found.sort((a, b) => a.meters - b.meters || a.volunteer - b.volunteer);
}
