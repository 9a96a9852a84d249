/**
 * One matching round as plain numbers: residents are rows, volunteers are columns, candidates are edges.
 *
 * A row is a unit: one person, a couple or a family that is paired as a whole. All arrays are read only for
 * the solver; it never writes into what it was given.
 */
export interface RoundProblem {
  readonly residents: number;
  readonly volunteers: number;
  /** Length `residents + 1`; the candidates of resident `i` lie at `rowPtr[i] .. rowPtr[i + 1] - 1`. */
  readonly rowPtr: Int32Array;
  /** The volunteer of each candidate edge; no volunteer twice in one row. */
  readonly column: Int32Array;
  /** The fit of each candidate edge, an integer from 0 to `MAX_FIT`. */
  readonly fit: Int32Array;
  /** How many more residents each volunteer may take, 0 or more. */
  readonly capacity: Int32Array;
  /** One integer from 0 to `MAX_URGENCY` for each resident; absent means that all are equally urgent. */
  readonly urgency?: Int32Array;
  /** Pairs the coordinator has decided; each must be a candidate edge. */
  readonly pinned?: readonly ResidentVolunteer[];
  /** Candidate edges the coordinator has ruled out. */
  readonly forbidden?: readonly ResidentVolunteer[];
  /**
   * A number for each person that belongs to the person, not to the place in the arrays (the rank of the
   * identifier, say). With it the result is the same however the input is ordered; ties between equally
   * good rounds are broken by it. Absent means the place in the arrays.
   */
  readonly order?: { readonly residents: Int32Array; readonly volunteers: Int32Array };
}

export type ResidentVolunteer = readonly [resident: number, volunteer: number];

export const MAX_FIT = 1_000_000;
export const MAX_URGENCY = 1_000_000_000;
export const MAX_PERSONS = 1_000_000;
export const MAX_CANDIDATES = 50_000_000;

/**
 * The dual solution of a round: numbers that prove the optimum to anybody who can add (see README.md).
 *
 * `cover` proves the first two aims. Its values are in half steps of `urgency + 1`: a resident's worth is
 * `2 * (urgency + 1)`. A volunteer whose cover is 2 or more is one whose second self would pair one more
 * resident, of urgency `cover / 2 - 1`; with 0 or 1 one more like them would pair nobody more.
 * `price` proves the third aim among the rounds that reach the first two; values are in points of fit.
 */
export interface RoundCertificate {
  /** Fingerprints of the problem and of the pairs the proof belongs to. */
  readonly problem: string;
  readonly pairs: string;
  readonly cover: { readonly residents: Int32Array; readonly volunteers: Int32Array };
  readonly price: { readonly residents: Float64Array; readonly volunteers: Float64Array };
}

export interface RoundResult {
  /** For each resident the volunteer, or -1 for somebody left over. */
  readonly volunteerOf: Int32Array;
  readonly pairs: number;
  /** Sum of the urgencies of the paired residents (pinned ones included). */
  readonly urgency: number;
  /** Sum of the fits of the pairs (pinned ones included). */
  readonly fit: number;
  readonly certificate: RoundCertificate;
}

/** How a caller looks into a long round. `share` runs from 0 to 1 and never falls. */
export interface RoundWatch {
  onProgress?(share: number): void;
  isCancelled?(): boolean;
}

/** Why a problem or a certificate is refused: a sentence code and the numbers that belong in the sentence. */
export interface RoundRefusal {
  readonly code: RoundRefusalCode;
  readonly params: Readonly<Record<string, number | string>>;
}

export type RoundRefusalCode =
  | 'round_has_too_many_people'
  | 'round_has_too_many_candidates'
  | 'rows_do_not_fit_the_candidates'
  | 'candidate_is_no_volunteer'
  | 'candidate_is_listed_twice'
  | 'fit_is_not_a_whole_number_in_range'
  | 'capacity_is_not_a_whole_number_in_range'
  | 'urgency_is_not_a_whole_number_in_range'
  | 'count_of_people_is_not_a_whole_number'
  | 'order_does_not_name_everybody_once'
  | 'coordinator_pair_is_no_candidate'
  | 'resident_is_pinned_twice'
  | 'volunteer_is_pinned_beyond_capacity'
  | 'pair_is_both_pinned_and_forbidden';

/** Thrown when a caller hands over a problem without having asked `validateProblem` first. */
export class RoundRefused extends Error {
  readonly refusal: RoundRefusal;
  constructor(refusal: RoundRefusal) {
    super(refusal.code);
    this.name = 'RoundRefused';
    this.refusal = refusal;
  }
}

/** Thrown out of a running round when the watcher has cancelled it. */
export class RoundCancelled extends Error {
  constructor() {
    super('round_was_cancelled');
    this.name = 'RoundCancelled';
  }
}
