import { brokenConditions } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import { checkWeights } from '../fit/weights.ts';
import { flawsOfResident, flawsOfVolunteer, isDay } from '../people/check-party.ts';
import type { Reason } from '../people/party.ts';
import type { ResidentVolunteer } from '../round/types.ts';
import { urgencyOf } from '../urgency/urgency.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { defaultMostCandidates, type PairIds, type PreparedRound, type RoundOfPairs } from './types.ts';

/**
 * Thrown when a round is asked for people or wishes of the coordinator that `flawsOfRound` would have
 * refused.
 */
export class RoundOfPairsRefused extends Error {
  readonly reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    super(reasons.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; '));
    this.name = 'RoundOfPairsRefused';
    this.reasons = reasons;
  }
}

/**
 * Lists everything that keeps a round from being held, each as a reason with the ids it is about; empty when
 * nothing does.
 */
export function flawsOfRound(input: RoundOfPairs): Reason[] {
  const flaws = [...input.residents.flatMap(flawsOfResident), ...input.volunteers.flatMap(flawsOfVolunteer)];
  for (const side of [input.residents, input.volunteers]) {
    const seen = new Set<string>();
    for (const { id } of side) {
      if (seen.has(id)) flaws.push({ code: 'id_stands_twice', params: { id } });
      seen.add(id);
    }
  }
  if (!isDay(input.today_on)) flaws.push({ code: 'round_is_on_no_day', params: {} });
  const most = input.mostCandidates ?? defaultMostCandidates;
  if (!Number.isInteger(most) || most < 1) flaws.push({ code: 'most_candidates_is_not_from_1', params: {} });
  return [...flaws, ...flawsOfDecisions(input)];
}

/**
 * Sorts the parties by id and finds who can be a pair with whom, how well they fit and how urgent each
 * resident is. Throws `RoundOfPairsRefused` with the reasons of `flawsOfRound`, and a RangeError for weights
 * that add up to nothing sensible.
 */
export function prepareRound(input: RoundOfPairs): PreparedRound {
  checkWeights(input.weights);
  const flaws = flawsOfRound(input);
  if (flaws.length > 0) throw new RoundOfPairsRefused(flaws);
  const residents = [...input.residents].sort(byId);
  const volunteers = [...input.volunteers].sort(byId);
  const rowOf = new Map(residents.map(({ id }, row) => [id, row]));
  const columnOf = new Map(volunteers.map(({ id }, column) => [id, column]));
  const toNumbers = ({ residentId, volunteerId }: PairIds): ResidentVolunteer => [
    rowOf.get(residentId)!,
    columnOf.get(volunteerId)!,
  ];
  const { mostCandidates = defaultMostCandidates, weights } = input;
  const pinned = (input.pinned ?? []).map(toNumbers);
  const found = findCandidates({ residents, volunteers, weights, mostCandidates });
  const candidates = withPairs(found, pinned, ([row, column]) =>
    fitTotal(residents[row]!, volunteers[column]!, weights),
  );
  const ruledOut = (input.forbidden ?? []).filter(
    (pair) => rowOf.has(pair.residentId) && columnOf.has(pair.volunteerId),
  );
  const urgencies = residents.map(({ waiting }) => urgencyOf(waiting, input.today_on, input.urgencyWeights));
  const problem = {
    residents: residents.length,
    volunteers: volunteers.length,
    ...candidates,
    capacity: Int32Array.from(volunteers, (volunteer) =>
      Math.max(0, volunteer.capacity - volunteer.currentPairs),
    ),
    urgency: Int32Array.from(urgencies, ({ days }) => days),
    pinned,
    forbidden: ruledOut.map(toNumbers).filter((pair) => isCandidate(candidates, pair)),
  };
  return { input, residents, volunteers, urgencies, problem, cutResidents: found.cutResidents };
}

type Rows = Pick<Candidates, 'rowPtr' | 'column' | 'fit'>;

/** Adds pairs that the coordinator has decided on to rows that were cut before them. */
function withPairs(
  rows: Rows,
  pairs: readonly ResidentVolunteer[],
  fitOfPair: (pair: ResidentVolunteer) => number,
): Rows {
  const missing = pairs.filter((pair) => !isCandidate(rows, pair));
  if (missing.length === 0) return { rowPtr: rows.rowPtr, column: rows.column, fit: rows.fit };
  const rowPtr = new Int32Array(rows.rowPtr.length);
  const column: number[] = [];
  const fit: number[] = [];
  for (let row = 0; row + 1 < rowPtr.length; row++) {
    column.push(...rows.column.subarray(rows.rowPtr[row], rows.rowPtr[row + 1]));
    fit.push(...rows.fit.subarray(rows.rowPtr[row], rows.rowPtr[row + 1]));
    for (const pair of missing.filter(([resident]) => resident === row)) {
      column.push(pair[1]);
      fit.push(fitOfPair(pair));
    }
    rowPtr[row + 1] = column.length;
  }
  return { rowPtr, column: Int32Array.from(column), fit: Int32Array.from(fit) };
}

function isCandidate({ rowPtr, column }: Rows, [row, wanted]: ResidentVolunteer): boolean {
  return column.subarray(rowPtr[row], rowPtr[row + 1]).includes(wanted);
}

/**
 * What speaks against the coordinator's own pairs: unknown people, two decisions on one resident, broken
 * conditions.
 */
function flawsOfDecisions(input: RoundOfPairs): Reason[] {
  const flaws: Reason[] = [];
  const residents = new Map(input.residents.map((resident) => [resident.id, resident]));
  const volunteers = new Map(input.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const places = new Map(
    input.volunteers.map(({ id, capacity, currentPairs }) => [id, capacity - currentPairs]),
  );
  const decided = new Set<string>();
  for (const { residentId, volunteerId } of input.pinned ?? []) {
    const say = (code: string, more: Reason['params'] = {}) =>
      flaws.push({ code, params: { residentId, volunteerId, ...more } });
    const [resident, volunteer] = [residents.get(residentId), volunteers.get(volunteerId)];
    if (!resident || !volunteer) {
      say('pinned_pair_is_not_in_the_round');
      continue;
    }
    const broken = brokenConditions(resident, volunteer, input.weights.limits);
    if (broken.length > 0)
      say('pinned_pair_breaks_a_condition', { conditions: broken.map(({ name }) => name) });
    if (decided.has(residentId)) say('resident_is_pinned_twice');
    decided.add(residentId);
    const left = (places.get(volunteerId) ?? 0) - 1;
    places.set(volunteerId, left);
    if (left < 0 && broken.length === 0) say('volunteer_is_pinned_beyond_capacity');
    if (input.forbidden?.some((pair) => pair.residentId === residentId && pair.volunteerId === volunteerId))
      say('pair_is_both_pinned_and_forbidden');
  }
  return flaws;
}

/** Compares by code units, which is the same order in every locale. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
