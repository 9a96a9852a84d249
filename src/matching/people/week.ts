import { SLOT_MINUTES } from '../dispatch/weekly.ts';

/** Monday is 0 and Sunday 6, as in `Calendar.weekly`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/**
 * A week is 84 hex digits, one bit for each half hour from Monday 0:00; unpacked it is two words of 24 bits
 * for each day.
 */
export const wordsInWeek = 14;
const digitsInWord = 6;

const unpacked = new Map<string, Int32Array>();
const mostUnpacked = 1 << 16;

/**
 * Unpacks a week into 14 integers of 24 bits, midnight to noon and noon to midnight for each day. The last
 * weeks seen are remembered, because a round looks at each person's week many times; the answer depends on
 * the text alone.
 */
export function wordsOf(weekly: string): Int32Array {
  const known = unpacked.get(weekly);
  if (known) return known;
  const words = new Int32Array(wordsInWeek);
  for (let word = 0; word < wordsInWeek; word++)
    words[word] = Number.parseInt(weekly.slice(word * digitsInWord, (word + 1) * digitsInWord), 16);
  if (unpacked.size >= mostUnpacked) unpacked.clear();
  unpacked.set(weekly, words);
  return words;
}

/** Counts the minutes of the week in which both are free. */
export function commonMinutes(a: string, b: string): number {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  let slots = 0;
  for (let word = 0; word < wordsInWeek; word++) slots += bitCount(mine[word]! & theirs[word]!);
  return slots * SLOT_MINUTES;
}

/** Lists the days on which both are free, Monday first. */
export function commonDays(a: string, b: string): Weekday[] {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const isCommon = (word: number) => (mine[word]! & theirs[word]!) !== 0;
  return weekdays.filter((day) => isCommon(2 * day) || isCommon(2 * day + 1));
}

/** Returns the week in which whatever is free in one of the two is free. */
export function eitherWeek(a: string, b: string): string {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  return Array.from(mine, (word, index) =>
    (word | theirs[index]!).toString(16).padStart(digitsInWord, '0'),
  ).join('');
}

/** Says whether the text is a week. */
export function isWeek(text: string): boolean {
  return /^[0-9a-f]{84}$/.test(text);
}

/** Counts the ones of an integer of at most 32 bits (Henry S. Warren, Hacker's Delight, section 5-1). */
export function bitCount(word: number): number {
  if (word === 0) return 0;
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
