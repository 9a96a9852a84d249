import {
  MAX_CANDIDATES,
  MAX_FIT,
  MAX_PERSONS,
  MAX_URGENCY,
  type ResidentVolunteer,
  type RoundRefusal,
  type RoundRefusalCode,
} from './types.ts';

type Numbers = ArrayLike<number>;

/** A round as it may come from outside: a `RoundProblem` whose arrays may be any arrays of numbers. */
export interface RoundInput {
  readonly residents: number;
  readonly volunteers: number;
  readonly rowPtr: Numbers;
  readonly column: Numbers;
  readonly fit: Numbers;
  readonly capacity: Numbers;
  readonly urgency?: Numbers;
  readonly pinned?: readonly ResidentVolunteer[];
  readonly forbidden?: readonly ResidentVolunteer[];
  readonly order?: { readonly residents: Numbers; readonly volunteers: Numbers };
}

function refuse(code: RoundRefusalCode, params: RoundRefusal['params'] = {}): RoundRefusal {
  return { code, params };
}

/** Index of the first value that is no integer in 0..limit, or -1. */
function firstOutside(values: Numbers, limit: number): number {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value <= limit && Number.isInteger(value))) return i;
  }
  return -1;
}

function refuseCounts({ residents, volunteers, column }: RoundInput): RoundRefusal | null {
  for (const count of [residents, volunteers]) {
    if (!Number.isInteger(count) || count < 0) return refuse('count_of_people_is_not_a_whole_number');
    if (count > MAX_PERSONS) return refuse('round_has_too_many_people', { count, limit: MAX_PERSONS });
  }
  if (column.length > MAX_CANDIDATES) {
    return refuse('round_has_too_many_candidates', { count: column.length, limit: MAX_CANDIDATES });
  }
  return null;
}

function refuseRows({ residents, rowPtr, column, fit }: RoundInput): RoundRefusal | null {
  const misfit = refuse('rows_do_not_fit_the_candidates');
  if (rowPtr.length !== residents + 1 || rowPtr[0] !== 0) return misfit;
  if (rowPtr[residents] !== column.length || fit.length !== column.length) return misfit;
  for (let i = 0; i < residents; i++) if (!(rowPtr[i + 1]! >= rowPtr[i]!)) return misfit;
  return firstOutside(rowPtr, column.length) < 0 ? null : misfit;
}

function refuseCandidates({ residents, volunteers, rowPtr, column }: RoundInput): RoundRefusal | null {
  const seenBy = new Int32Array(volunteers).fill(-1);
  for (let resident = 0; resident < residents; resident++) {
    for (let p = rowPtr[resident]!; p < rowPtr[resident + 1]!; p++) {
      const volunteer = column[p]!;
      const holder = seenBy[volunteer];
      if (holder === undefined) return refuse('candidate_is_no_volunteer', { resident });
      if (holder === resident) return refuse('candidate_is_listed_twice', { resident, volunteer });
      seenBy[volunteer] = resident;
    }
  }
  return null;
}

function refuseNumbers({ residents, volunteers, fit, capacity, urgency }: RoundInput): RoundRefusal | null {
  const edge = firstOutside(fit, MAX_FIT);
  if (edge >= 0) return refuse('fit_is_not_a_whole_number_in_range', { candidate: edge, limit: MAX_FIT });
  const volunteer = capacity.length === volunteers ? firstOutside(capacity, MAX_PERSONS) : capacity.length;
  if (volunteer >= 0) {
    return refuse('capacity_is_not_a_whole_number_in_range', { volunteer, limit: MAX_PERSONS });
  }
  if (urgency === undefined) return null;
  const resident = urgency.length === residents ? firstOutside(urgency, MAX_URGENCY) : urgency.length;
  if (resident < 0) return null;
  return refuse('urgency_is_not_a_whole_number_in_range', { resident, limit: MAX_URGENCY });
}

function namesEverybodyOnce(keys: Numbers, count: number): boolean {
  const integers = firstOutside(keys, 2 ** 31 - 1) < 0;
  return integers && keys.length === count && new Set(Array.from(keys)).size === count;
}

function refuseOrder({ residents, volunteers, order }: RoundInput): RoundRefusal | null {
  if (order === undefined) return null;
  const clear =
    namesEverybodyOnce(order.residents, residents) && namesEverybodyOnce(order.volunteers, volunteers);
  return clear ? null : refuse('order_does_not_name_everybody_once');
}

function isCandidate(round: RoundInput, [resident, volunteer]: ResidentVolunteer): boolean {
  const { rowPtr, column, residents } = round;
  if (!(Number.isInteger(resident) && resident >= 0 && resident < residents)) return false;
  for (let p = rowPtr[resident]!; p < rowPtr[resident + 1]!; p++) if (column[p] === volunteer) return true;
  return false;
}

function refuseDecisions(round: RoundInput): RoundRefusal | null {
  const { pinned = [], forbidden = [] } = round;
  const pinnedTo = new Map<number, number>();
  const load = new Map<number, number>();
  for (const pair of [...pinned, ...forbidden]) {
    const [resident, volunteer] = pair;
    if (!isCandidate(round, pair)) return refuse('coordinator_pair_is_no_candidate', { resident, volunteer });
  }
  for (const [resident, volunteer] of pinned) {
    if (pinnedTo.has(resident)) return refuse('resident_is_pinned_twice', { resident });
    pinnedTo.set(resident, volunteer);
    load.set(volunteer, (load.get(volunteer) ?? 0) + 1);
    if (load.get(volunteer)! > round.capacity[volunteer]!) {
      return refuse('volunteer_is_pinned_beyond_capacity', { volunteer });
    }
  }
  for (const [resident, volunteer] of forbidden) {
    if (pinnedTo.get(resident) === volunteer) {
      return refuse('pair_is_both_pinned_and_forbidden', { resident, volunteer });
    }
  }
  return null;
}

/**
 * Says why a round cannot be solved, or null when it can. Refuses counts, fits, capacities and urgencies that
 * are fractional, negative, no number or too large, candidates out of range or listed twice, and decisions of
 * the coordinator that contradict each other. A `RoundInput` that passes becomes a `RoundProblem` by
 * `Int32Array.from` without loss. Takes O(edges).
 */
export function validateProblem(round: RoundInput): RoundRefusal | null {
  return (
    refuseCounts(round) ??
    refuseRows(round) ??
    refuseNumbers(round) ??
    refuseCandidates(round) ??
    refuseOrder(round) ??
    refuseDecisions(round)
  );
}
