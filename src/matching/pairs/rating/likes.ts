import { shareOfCommon } from '../../fit/factors/interests.ts';
import { pointsOf } from '../../fit/fit.ts';
import { bitCount } from '../../people/week.ts';
import type { PeopleOfRound } from '../types.ts';

const bitsInWord = 31;

/** What everybody likes, as sets of bits. */
export class Likes {
  private readonly words: number;
  private readonly residents: Int32Array;
  private readonly volunteers: Int32Array;
  private readonly points: Int32Array;

  constructor({ residents, volunteers, input: { weights } }: PeopleOfRound) {
    const names = new Set([...residents, ...volunteers].flatMap(({ interests }) => interests));
    const numbers = new Map([...names].map((name, number) => [name, number]));
    this.words = Math.ceil(names.size / bitsInWord);
    const pack = (parties: readonly { interests: readonly string[] }[]) => {
      const bits = new Int32Array(this.words * parties.length);
      parties.forEach(({ interests }, index) => {
        for (const interest of interests) {
          const number = numbers.get(interest)!;
          bits[this.words * index + Math.floor(number / bitsInWord)]! |= 1 << (number % bitsInWord);
        }
      });
      return bits;
    };
    this.residents = pack(residents);
    this.volunteers = pack(volunteers);
    this.points = Int32Array.from({ length: names.size + 1 }, (_, count) =>
      pointsOf(shareOfCommon(count), weights.points.interests),
    );
  }

  /** The points for what both like. */
  pointsOf(row: number, column: number): number {
    const { words, residents, volunteers, points } = this;
    let common = 0;
    for (let word = 0; word < words; word++)
      common += bitCount(residents[words * row + word]! & volunteers[words * column + word]!);
    return points[common]!;
  }

  /** The most points that a resident could get with whomever. */
  mostFor(row: number): number {
    const { words, residents, points } = this;
    let own = 0;
    for (let word = 0; word < words; word++) own += bitCount(residents[words * row + word]!);
    return points[own]!;
  }
}
