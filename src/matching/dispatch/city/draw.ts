import type { Level } from '../types.ts';

export type Draw = ReturnType<typeof drawer>;

/** Random numbers for thing `n` of a seed (splitmix32, Guy Steele and others, OOPSLA 2014, in 32 bits). */
export function drawer(seed: number, n: number) {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b);
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number) => (next() / 2 ** 32) * limit;
  return {
    below,
    chance: (share: number) => below(1) < share,
    /** About normal, between -3 and 3. */
    bell: () => below(2) + below(2) + below(2) - 3,
    level: (least: number, most: number) => (least + Math.floor(below(most - least + 1))) as Level,
    pick: <T>(shares: readonly (readonly [T, number])[]): T => {
      let left = below(shares.reduce((sum, [, share]) => sum + share, 0));
      for (const [value, share] of shares) {
        left -= share;
        if (left < 0) return value;
      }
      return shares[0]![0];
    },
    /** An id that looks drawn and ends with the number, so that none comes twice. */
    id: () => {
      const [one, two] = [next(), next()].map((each) => each.toString(16).padStart(8, '0')) as [
        string,
        string,
      ];
      return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-8000-${n.toString(16).padStart(12, '0')}`;
    },
  };
}
