import type { Given } from '../../../kits/questionnaires/index.ts';

/** How two answers to one line stand to each other. */
export type Agreement = 'same' | 'partly' | 'different';

/** What fits with every answer of the line that it is given to. */
const FITS_ALL = ['often_as_it_suits', 'where_it_suits', 'both_mixed', 'either_way'];

/**
 * How what two people expect stands to each other, by line. Both chose the same, or one fits with everything: the same;
 * some of what they chose is common: partly. Of what they would rather not, each reads the other’s: it differs in nothing.
 */
export function compareExpectations(one: Given, other: Given): ReadonlyMap<string, Agreement> {
  const lines = Object.keys({ ...one.answers, ...other.answers });
  return new Map(
    lines.map((line) => [
      line,
      line === 'whatNot' ? 'same' : compare(one.answers[line], other.answers[line]),
    ]),
  );
}

function compare(one: unknown, other: unknown): Agreement {
  const [mine, theirs] = [listOf(one), listOf(other)];
  if ([...mine, ...theirs].some((value) => FITS_ALL.includes(value))) return 'same';
  const common = mine.filter((value) => theirs.includes(value));
  if (common.length === 0) return 'different';
  return common.length === mine.length && common.length === theirs.length ? 'same' : 'partly';
}

const listOf = (answer: unknown): readonly string[] =>
  (Array.isArray(answer) ? answer : [answer]).filter((value) => typeof value === 'string' && value !== '');
