import { metersBetween } from '../dispatch/plane.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import { type Grid, gridOf } from './grid.ts';
import { mayPass, type Sieve, sieveOf } from './sieve.ts';
import type { PeopleOfRound } from './types.ts';

/** The people of a round with everything that is worked out once for all questions of who may be paired with whom. */
export interface Ground extends PeopleOfRound {
  readonly sieve: Sieve;
  readonly grid: Grid;
  /** The column of each item of the grid: the volunteers with a free place. */
  readonly columnOf: readonly number[];
  /** Pairs that the coordinator has ruled out, as row times volunteers plus column. */
  readonly ruledOut: ReadonlySet<number>;
  /** A number for each person that depends on their id alone. */
  readonly residentKeys: Int32Array;
  readonly volunteerKeys: Int32Array;
}

/** Works out the ground in one pass over the people. */
export function groundOf(people: PeopleOfRound): Ground {
  const { residents, volunteers, input } = people;
  const rowOf = new Map(residents.map(({ id }, row) => [id, row]));
  const columnsById = new Map(volunteers.map(({ id }, column) => [id, column]));
  const columnOf = [...volunteers.keys()].filter((column) => {
    const { isInPool, capacity, currentPairs } = volunteers[column]!;
    return isInPool && currentPairs < capacity;
  });
  const ruledOut = (input.forbidden ?? []).map(
    ({ residentId, volunteerId }) =>
      (rowOf.get(residentId) ?? Number.NaN) * volunteers.length +
      (columnsById.get(volunteerId) ?? Number.NaN),
  );
  return {
    ...people,
    sieve: sieveOf(residents, volunteers, input.weights.limits),
    grid: gridOf(columnOf.map((column) => volunteers[column]!.place)),
    columnOf,
    ruledOut: new Set(ruledOut),
    residentKeys: Int32Array.from(residents, ({ id }) => keyOf(id)),
    volunteerKeys: Int32Array.from(volunteers, ({ id }) => keyOf(id)),
  };
}

/** Says whether the two may be a pair in this round: they keep every condition and nobody has ruled them out. */
export function isCandidate(ground: Ground, row: number, column: number): boolean {
  return mayPass(ground.sieve, row, column) && isCandidateInFull(ground, row, column);
}

/** The same for two whom the sieve has let through. */
export function isCandidateInFull(
  { residents, volunteers, input, ruledOut }: Ground,
  row: number,
  column: number,
): boolean {
  if (ruledOut.size > 0 && ruledOut.has(row * volunteers.length + column)) return false;
  return mayBeAPair(residents[row]!, volunteers[column]!, input.weights.limits);
}

/** How well two candidates fit. */
export function fitOfTwo({ residents, volunteers, input }: Ground, row: number, column: number): number {
  return fitTotal(residents[row]!, volunteers[column]!, input.weights);
}

/** How far apart the two live. */
export function metersOfTwo({ residents, volunteers }: Ground, row: number, column: number): number {
  return metersBetween(residents[row]!.place, volunteers[column]!.place);
}

/** A number by which equals are told apart: it depends on both, so that no volunteer comes first with everybody. */
export function tieOf({ residentKeys, volunteerKeys }: Ground, row: number, column: number): number {
  let hash = Math.imul(residentKeys[row]! ^ (volunteerKeys[column]! >>> 1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ volunteerKeys[column]!, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a over the text of an id. */
function keyOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash | 0;
}
