import type { Party } from '../../people/party.ts';
import { bitCount, wordsInWeek, wordsOf } from '../../people/week.ts';

/** The free half hours of everybody's week: fourteen words of 24 bits a party, and which of them are not empty. */
export class Hours {
  private readonly words: Int32Array;
  private readonly halves: Int32Array;

  constructor(parties: readonly Party[]) {
    this.words = new Int32Array(wordsInWeek * parties.length);
    this.halves = new Int32Array(parties.length);
    parties.forEach(({ weekly }, index) => {
      const words = wordsOf(weekly);
      this.words.set(words, wordsInWeek * index);
      words.forEach((word, at) => {
        if (word !== 0) this.halves[index]! |= 1 << at;
      });
    });
  }

  /** Half hours that are free for both. */
  commonSlots(mine: number, others: Hours, theirs: number): number {
    const [words, otherWords] = [this.words, others.words];
    const [start, otherStart] = [wordsInWeek * mine, wordsInWeek * theirs];
    let slots = 0;
    for (let left = this.halves[mine]! & others.halves[theirs]!; left !== 0; left &= left - 1) {
      const at = 31 - Math.clz32(left & -left);
      slots += bitCount(words[start + at]! & otherWords[otherStart + at]!);
    }
    return slots;
  }
}
