import { distanceShare } from '../fit/factors/distance.ts';
import { pointsOf } from '../fit/fit.ts';
import { mostPointsOfResident, mostPointsOfVolunteer } from '../fit/twin.ts';
import { factorNames } from '../fit/weights.ts';
import type { Ticker } from '../round/ticker.ts';
import { fitOfTwo, type Ground, isCandidateInFull, metersOfTwo } from './ground.ts';
import type { Candidate } from './rows.ts';
import { mayPass } from './sieve.ts';
import type { Solution } from './types.ts';

/** The most points each factor could give each person with whomever, factor by factor, and their sums. */
export interface Bounds {
  readonly ofResidents: Uint16Array;
  readonly ofVolunteers: Uint16Array;
  readonly residentTotal: Int32Array;
  readonly volunteerTotal: Int32Array;
}

const factors = factorNames.length;
const distanceFactor = factorNames.indexOf('distance');

/** Works out the bounds in one pass over the people. */
export function boundsOf({ residents, volunteers, input }: Ground): Bounds {
  const ofResidents = residents.map((resident) => mostPointsOfResident(resident, input.weights));
  const ofVolunteers = volunteers.map((volunteer) => mostPointsOfVolunteer(volunteer, input.weights));
  const totals = (all: readonly number[][]) =>
    Int32Array.from(all, (points) => points.reduce((sum, one) => sum + one, 0));
  return {
    ofResidents: Uint16Array.from(ofResidents.flat()),
    ofVolunteers: Uint16Array.from(ofVolunteers.flat()),
    residentTotal: totals(ofResidents),
    volunteerTotal: totals(ofVolunteers),
  };
}

/** The dual values of a certificate, in the order in which they are asked. */
interface Proof {
  /** What a resident's volunteer must cover at least: `worth - cover`; never met where the resident is decided. */
  readonly need: Int32Array;
  readonly residentPrice: Float64Array;
  readonly volunteerPrice: Float64Array;
  /** Volunteers with a place to give, by their cover and then by how much more they could be worth than they cost. */
  readonly order: Int32Array;
  readonly cover: Int32Array;
}

function proofOf(ground: Ground, { volunteerTotal }: Bounds, { problem, result }: Solution): Proof {
  const { cover, price } = result.certificate;
  const places = problem.capacity.slice();
  const need = Int32Array.from(ground.urgencies, ({ days }, row) => 2 * (days + 1) - cover.residents[row]!);
  for (const [row, column] of problem.pinned ?? []) {
    places[column]! -= 1;
    need[row] = -1;
  }
  const spare = (column: number) => volunteerTotal[column]! - price.volunteers[column]!;
  const order = ground.columnOf
    .filter((column) => places[column]! > 0)
    .sort((a, b) => cover.volunteers[a]! - cover.volunteers[b]! || spare(b) - spare(a) || a - b);
  return {
    need,
    residentPrice: price.residents,
    volunteerPrice: price.volunteers,
    order: Int32Array.from(order),
    cover: Int32Array.from(order, (column) => cover.volunteers[column]!),
  };
}

/**
 * Finds the candidates outside the problem that its certificate does not hold against: whoever is not covered, or
 * fits better than the prices say; for each resident at most `most` of one kind. None means that the certificate
 * holds against everybody. Looks at every pair, at nearly all of them by their dual values alone.
 */
export function missedCandidates(
  ground: Ground,
  bounds: Bounds,
  solution: Solution,
  { most, ticker }: { most: number; ticker: Ticker },
): Candidate[] {
  const proof = proofOf(ground, bounds, solution);
  const missed: Candidate[] = [];
  const residents = ground.residents.length;
  for (let row = 0; row < residents; row++) {
    if ((row & 255) === 0) ticker.tick(row / residents);
    if (ground.sieve.residents.languages[row] === 0) continue;
    const covered = firstAtLeast(proof.cover, proof.need[row]!);
    const uncovered = findUncovered(ground, proof, { row, end: covered, most });
    missed.push(
      ...(uncovered.length > 0
        ? uncovered
        : findUnderpriced(ground, bounds, proof, { row, start: covered, most })),
    );
  }
  return missed;
}

/** Where the first value of a rising list stands that is no less than `least`. */
function firstAtLeast(values: Int32Array, least: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Candidates whose cover is too low, from a place in the list that is the resident's own. */
function findUncovered(
  ground: Ground,
  { order }: Proof,
  { row, end, most }: { row: number; end: number; most: number },
): Candidate[] {
  const found: Candidate[] = [];
  const start = end > 0 ? (ground.residentKeys[row]! >>> 0) % end : 0;
  for (let step = 0; step < end && found.length < most; step++) {
    const column = order[start + step < end ? start + step : start + step - end]!;
    if (mayPass(ground.sieve, row, column) && isCandidateInFull(ground, row, column))
      found.push({ row, column, fit: fitOfTwo(ground, row, column) });
  }
  return found;
}

/** Candidates whose cover is tight and who fit better than the two prices, those that exceed them most. */
function findUnderpriced(
  ground: Ground,
  bounds: Bounds,
  proof: Proof,
  { row, start, most }: { row: number; start: number; most: number },
): Candidate[] {
  const { order, cover, volunteerPrice } = proof;
  const { points, halfDistanceMeters } = ground.input.weights;
  const own = proof.residentPrice[row]!;
  const ownMost = bounds.residentTotal[row]!;
  const found: (Candidate & { gain: number })[] = [];
  for (let at = start; at < order.length && cover[at] === proof.need[row]; at++) {
    const column = order[at]!;
    const asked = own + volunteerPrice[column]!;
    if (bounds.volunteerTotal[column]! <= asked) break;
    if (ownMost <= asked) continue;
    const near = pointsOf(
      distanceShare(metersOfTwo(ground, row, column), halfDistanceMeters),
      points.distance,
    );
    if (near + mostBesidesDistance(bounds, row, column) <= asked) continue;
    if (!mayPass(ground.sieve, row, column) || !isCandidateInFull(ground, row, column)) continue;
    const fit = fitOfTwo(ground, row, column);
    if (fit > asked) found.push({ row, column, fit, gain: fit - asked });
  }
  return found.sort((a, b) => b.gain - a.gain || a.column - b.column).slice(0, most);
}

function mostBesidesDistance({ ofResidents, ofVolunteers }: Bounds, row: number, column: number): number {
  const [mine, theirs] = [factors * row, factors * column];
  let most = 0;
  for (let factor = 0; factor < factors; factor++) {
    if (factor === distanceFactor) continue;
    const [a, b] = [ofResidents[mine + factor]!, ofVolunteers[theirs + factor]!];
    most += a < b ? a : b;
  }
  return most;
}
