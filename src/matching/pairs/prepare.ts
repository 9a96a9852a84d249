import { checkWeights } from '../fit/weights.ts';
import { newTicker, type Ticker } from '../round/ticker.ts';
import type { ResidentVolunteer, RoundProblem } from '../round/types.ts';
import { urgencyOf } from '../urgency/urgency.ts';
import { allCandidates, type Start } from './candidates.ts';
import { flawsOfRound, RoundOfPairsRefused } from './flaws.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Hands, oneHand } from './growth/hands.ts';
import { Lookout } from './growth/search.ts';
import { addToRows, type Rows } from './rows.ts';
import type { PairIds, PeopleOfRound, Prepared, PreparedRound, RoundOfPairs } from './types.ts';

/**
 * Up to so many possible pairs (5,000 residents and 5,000 volunteers) every candidate is in the problem: some six
 * million candidates, which are found and solved in a few seconds.
 */
export const mostPairsAtOnce = 25_000_000;

/** Whether every candidate of these people goes into the problem at once. */
export function mayHoldAll(
  { residents, volunteers }: Pick<PeopleOfRound, 'residents' | 'volunteers'>,
  mostPairs = mostPairsAtOnce,
): boolean {
  return residents.length * volunteers.length <= mostPairs;
}

const start: Start = { near: 32, scattered: 8 };

/**
 * Sorts the parties by id and works out how urgent each resident is. Throws `RoundOfPairsRefused` with the
 * reasons of `flawsOfRound`, and a RangeError for weights that add up to nothing sensible.
 */
export function peopleOfRound(input: RoundOfPairs): PeopleOfRound {
  checkWeights(input.weights);
  const flaws = flawsOfRound(input);
  if (flaws.length > 0) throw new RoundOfPairsRefused(flaws);
  const residents = [...input.residents].sort(byId);
  const volunteers = [...input.volunteers].sort(byId);
  const urgencies = residents.map(({ waiting }) => urgencyOf(waiting, input.today_on, input.urgencyWeights));
  return { input, residents, volunteers, urgencies };
}

/** Finds who can be a pair with whom and how well they fit. Refuses like `peopleOfRound`. */
export function prepareRound(input: RoundOfPairs): PreparedRound {
  const people = peopleOfRound(input);
  return { ...people, ...prepareGround(groundOf(people), mostPairsAtOnce, newTicker({})) };
}

/** The same for people who are known already; `hands` look for those with whom a large round starts. */
export function prepareGround(ground: Ground, mostPairs: number, ticker: Ticker, hands?: Hands): Prepared {
  const isComplete = mayHoldAll(ground, mostPairs);
  const rows = isComplete
    ? allCandidates(ground, ticker)
    : withPinned(ground, (hands ?? oneHand(new Lookout(ground))).search({ kind: 'first', start }, ticker));
  return { problem: problemOf(ground, rows), isComplete };
}

/** The problem with these candidates. */
export function problemOf(ground: Ground, { rowPtr, column, fit }: Rows): RoundProblem {
  return {
    residents: ground.residents.length,
    volunteers: ground.volunteers.length,
    rowPtr,
    column,
    fit,
    capacity: Int32Array.from(ground.volunteers, (volunteer) =>
      Math.max(0, volunteer.capacity - volunteer.currentPairs),
    ),
    urgency: Int32Array.from(ground.urgencies, ({ days }) => days),
    pinned: pinnedOf(ground),
  };
}

function pinnedOf({ input, residents, volunteers }: PeopleOfRound): ResidentVolunteer[] {
  const pinned = input.pinned ?? [];
  if (pinned.length === 0) return [];
  const rowOf = new Map(residents.map(({ id }, row) => [id, row]));
  const columnOf = new Map(volunteers.map(({ id }, column) => [id, column]));
  return pinned.map(({ residentId, volunteerId }: PairIds) => [
    rowOf.get(residentId)!,
    columnOf.get(volunteerId)!,
  ]);
}

/** Adds the pairs that the coordinator has decided on, wherever they live. */
function withPinned(ground: Ground, rows: Rows): Rows {
  const missing = pinnedOf(ground).filter(
    ([row, column]) => !rows.column.subarray(rows.rowPtr[row], rows.rowPtr[row + 1]).includes(column),
  );
  const more = missing.map(([row, column]) => ({ row, column, fit: ground.rating.rate(row, column) }));
  return more.length === 0
    ? rows
    : addToRows(
        rows,
        more.sort((a, b) => a.row - b.row),
      );
}

/** Compares by code units, which is the same order in every locale. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
