/** Chance that comes out the same every time: two worlds from the same word are alike. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, `count`. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the entries, each as likely as its weight says. */
  weigh<T>(entries: readonly (readonly [T, number])[]): T;
  /** A random (version 4) UUID. */
  uuid(): string;
}

/**
 * A generator from a word: FNV-1a makes the seed, mulberry32 (T. Ettinger, public domain) the numbers. Good enough to
 * invent people, not for secrets.
 */
export function chanceFrom(word: string): Chance {
  let state = 0x811c9dc5;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (list) => one(list[below(list.length)]),
    weigh: (entries) => weighed(entries, next),
    uuid: () => toUuid(Array.from({ length: 32 }, () => below(16).toString(16)).join(''), below(4)),
  };
}

function weighed<T>(entries: readonly (readonly [T, number])[], next: () => number): T {
  let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return one(entries.at(-1)?.[0]);
}

function one<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('There is nothing to choose from.');
  return value;
}

function toUuid(digits: string, variant: number): string {
  const variantDigit = (8 + variant).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variantDigit}${digits.slice(17, 20)}-${digits.slice(20)}`;
}
