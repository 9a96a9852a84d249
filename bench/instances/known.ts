import { createHash } from 'node:crypto';
import type { RoundProblem } from '../../src/matching/round/types.ts';
import { makeCity } from './city.ts';
import { type HardKind, makeHard } from './hard.ts';

/** An instance by the words that make it, and its optimum: three independent native solvers agreed on each. */
export interface KnownOptimum {
  readonly make: string;
  readonly capacities: boolean;
  readonly pairs: number;
  readonly fit: number;
  /** The first sixteen digits of the SHA-256 of the instance's file form. */
  readonly hash: string;
}

const ROWS: readonly (readonly [
  make: string,
  capacities: boolean,
  pairs: number,
  fit: number,
  hash: string,
])[] = [
  ['city 1000', false, 898, 477599, 'bb7d34d1acdb99bf'],
  ['city 5000', false, 4297, 2584350, 'c0442e9ce0274a26'],
  ['city 20000', false, 16639, 10985803, 'ce7e7e9679166e0b'],
  ['city 100000', false, 81110, 57375403, '988524e9087d19e6'],
  ['city 1000', true, 986, 523528, 'bb7d34d1acdb99bf'],
  ['city 5000', true, 4754, 2839195, 'c0442e9ce0274a26'],
  ['city 20000', true, 18649, 12228002, 'ce7e7e9679166e0b'],
  ['city 100000', true, 90982, 63874823, '988524e9087d19e6'],
  ['hard rand 20000 20000 3', false, 18776, 11827225, 'c871e3127955d28f'],
  ['hard rand 20000 18000 5', false, 17930, 13734938, '246770911471bc13'],
  ['hard rand 20000 20000 30', false, 20000, 18934158, '237ec859b2a56b14'],
  ['hard equal 20000 20000 30', false, 20000, 10000000, '9aa7fac804e1d33e'],
  ['hard byvol 20000 20000 30', false, 20000, 9990190, '49dbccfae456e2ce'],
  ['hard rand 2000 1800 1800', false, 1800, 1799491, 'd720732d6768b5e8'],
  ['hard product 2000 1800 1800', false, 1800, 629371, '9531d5dd9e6bce79'],
  ['hard product 1500 1500 300', false, 1500, 499231, '6d183662affd40ed'],
  ['hard product 20000 20000 30', false, 20000, 6643311, '893457c15cb5d08c'],
  ['hard byres 20000 20000 30', false, 20000, 9990190, '3a81a3b336f2ef33'],
  ['hard byres 2000 1800 1800', false, 1800, 989101, 'accbe95426d3e4ef'],
];

export const KNOWN_OPTIMA: readonly KnownOptimum[] = ROWS.map(([make, capacities, pairs, fit, hash]) => ({
  make,
  capacities,
  pairs,
  fit,
  hash,
}));

/** Makes `city N` or `hard KIND RESIDENTS VOLUNTEERS DEGREE`. */
export function makeInstance(words: string): RoundProblem {
  const [family, ...rest] = words.split(' ');
  if (family === 'city') return makeCity(Number(rest[0]));
  const [residents = 0, volunteers = 0, degree = 0] = rest.slice(1).map(Number);
  return makeHard(rest[0] as HardKind, { residents, volunteers, degree });
}

/** Capacities of one each, which is how the plain problem is meant. */
export function withoutCapacities(problem: RoundProblem): RoundProblem {
  return { ...problem, capacity: new Int32Array(problem.volunteers).fill(1) };
}

/** The file form the reference reads: little-endian 32-bit integers, a head of five, then the arrays. */
export function toFile(problem: RoundProblem): Buffer {
  const { residents, volunteers, rowPtr, column, fit, capacity } = problem;
  const head = [0x4f544f4e, 1, residents, volunteers, column.length];
  const words = new Int32Array(head.length + rowPtr.length + 2 * column.length + capacity.length);
  let at = 0;
  for (const part of [head, rowPtr, column, fit, capacity]) {
    words.set(part, at);
    at += part.length;
  }
  return Buffer.from(words.buffer);
}

/** Reads the file form back. */
export function fromFile(file: Buffer): RoundProblem {
  const words = new Int32Array(file.buffer, file.byteOffset, file.byteLength >> 2);
  const [residents, volunteers, candidates] = [words[2]!, words[3]!, words[4]!];
  let at = 5;
  const take = (count: number) => {
    at += count;
    return words.subarray(at - count, at);
  };
  const rowPtr = take(residents + 1);
  const [column, fit, capacity] = [take(candidates), take(candidates), take(volunteers)];
  return { residents, volunteers, rowPtr, column, fit, capacity };
}

export function hashOf(file: Buffer): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 16);
}
