import { describe, expect, it } from 'vitest';
import { type RoundInput, validateProblem } from './validate.ts';

const good: RoundInput = {
  residents: 2,
  volunteers: 2,
  rowPtr: [0, 2, 3],
  column: [0, 1, 1],
  fit: [1, 2, 3],
  capacity: [1, 1],
};

const codeOf = (change: Partial<RoundInput>) => validateProblem({ ...good, ...change })?.code ?? null;

describe('a round that comes in', () => {
  it('passes when it is whole', () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ urgency: [0, 7], pinned: [[0, 1]], forbidden: [[1, 1]] })).toBeNull();
    expect(codeOf({ order: { residents: [9, 4], volunteers: [1, 2] } })).toBeNull();
  });

  it.each([
    ['fractional', 0.5],
    ['negative', -1],
    ['no number', Number.NaN],
    ['endless', Number.POSITIVE_INFINITY],
    ['too large', 1_000_001],
  ])('is refused when a fit or a capacity is %s', (_, value) => {
    expect(codeOf({ fit: [1, value, 3] })).toBe('fit_is_not_a_whole_number_in_range');
    expect(codeOf({ capacity: [value, 1] })).toBe('capacity_is_not_a_whole_number_in_range');
  });

  it.each([[0.5], [-1], [Number.NaN], [1_000_000_001]])('is refused when an urgency is %d', (value) => {
    expect(codeOf({ urgency: [value, 0] })).toBe('urgency_is_not_a_whole_number_in_range');
  });

  it.each<[string, Partial<RoundInput>]>([
    ['count_of_people_is_not_a_whole_number', { residents: 1.5 }],
    ['round_has_too_many_people', { residents: 2_000_000 }],
    ['rows_do_not_fit_the_candidates', { rowPtr: [0, 2] }],
    ['rows_do_not_fit_the_candidates', { rowPtr: [0, 3, 2] }],
    ['rows_do_not_fit_the_candidates', { rowPtr: [0, 1.5, 3] }],
    ['rows_do_not_fit_the_candidates', { fit: [1, 2] }],
    ['candidate_is_no_volunteer', { column: [0, 2, 1] }],
    ['candidate_is_no_volunteer', { column: [0, -1, 1] }],
    ['candidate_is_no_volunteer', { column: [0, 0.5, 1] }],
    ['candidate_is_listed_twice', { column: [1, 1, 1] }],
    ['capacity_is_not_a_whole_number_in_range', { capacity: [1] }],
    ['urgency_is_not_a_whole_number_in_range', { urgency: [1] }],
    ['order_does_not_name_everybody_once', { order: { residents: [3, 3], volunteers: [0, 1] } }],
    ['coordinator_pair_is_no_candidate', { pinned: [[1, 0]] }],
    ['coordinator_pair_is_no_candidate', { forbidden: [[2, 0]] }],
    [
      'resident_is_pinned_twice',
      {
        pinned: [
          [0, 0],
          [0, 1],
        ],
      },
    ],
    [
      'volunteer_is_pinned_beyond_capacity',
      {
        pinned: [
          [0, 1],
          [1, 1],
        ],
      },
    ],
    ['pair_is_both_pinned_and_forbidden', { pinned: [[0, 1]], forbidden: [[0, 1]] }],
  ])('is refused with %s', (code, change) => {
    expect(codeOf(change)).toBe(code);
  });
});
