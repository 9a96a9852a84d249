import { type Grid, gridOf } from './grid.ts';
import { Rating } from './rating/rating.ts';
import type { PeopleOfRound } from './types.ts';

/** The people of a round with everything that is worked out once for all questions of who may be paired with whom. */
export interface Ground extends PeopleOfRound {
  readonly rating: Rating;
  /** The columns of the volunteers with a free place. */
  readonly columns: readonly number[];
  /** A number for each person that depends on their id alone. */
  readonly residentKeys: Int32Array;
  readonly volunteerKeys: Int32Array;
}

/** Works out the ground in one pass over the people. */
export function groundOf(people: PeopleOfRound): Ground {
  const { residents, volunteers } = people;
  const columns = [...volunteers.keys()].filter((column) => {
    const { isInPool, capacity, currentPairs } = volunteers[column]!;
    return isInPool && currentPairs < capacity;
  });
  return {
    ...people,
    rating: new Rating(people),
    columns,
    residentKeys: Int32Array.from(residents, ({ id }) => keyOf(id)),
    volunteerKeys: Int32Array.from(volunteers, ({ id }) => keyOf(id)),
  };
}

/** Says whether the two may be a pair in this round: they keep every condition and nobody has ruled them out. */
export function isCandidate({ rating }: Ground, row: number, column: number): boolean {
  return rating.mayPair(row, column);
}

/** The volunteers with a free place by where they live, in cells so small that few too many are looked at; items are places in `columns`. */
export function gridOfColumns({ columns, volunteers }: Ground): Grid {
  return gridOf(
    columns.map((column) => volunteers[column]!.place),
    2,
  );
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
