/**
 * Draws a number in [0, 1) that depends on nothing but the seed and the name of the event: FNV-1a over the
 * text, then the finisher of MurmurHash3. What happens to one person is therefore the same under every policy
 * that is compared (common random numbers), and no event shifts the luck of the next.
 */
export function chance(seed: number, event: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let at = 0; at < event.length; at++) hash = Math.imul(hash ^ event.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Draws a whole number from `least` to `most`, both included. */
export function wholeChance(seed: number, event: string, [least, most]: readonly [number, number]): number {
  return least + Math.floor(chance(seed, event) * (most - least + 1));
}

/** Draws one of the choices in proportion to its weight. */
export function weightedChance<T>(
  seed: number,
  event: string,
  choices: readonly (readonly [choice: T, weight: number])[],
): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance(seed, event) * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[choices.length - 1]![0];
}
