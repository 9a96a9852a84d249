import type { Level } from '../types.ts';

/**
 * A posting is one volunteer in one list, packed into two words, so that most of those who do not fit are passed
 * over without looking anything up.
 *
 * - first word: slot (24 bits), hints (high 8 bits)
 * - second word: score (13 bits, signed), mask of known categories (8), level (3), hints (low 8 bits)
 */
export const POSTING_WORDS = 2;

export const MOST_SLOTS = 2 ** 24;
export const HIGHEST_SCORE = 4095;
/** Below every score that a posting can hold. */
export const NO_SCORE = -4096;

export type Posting = { slot: number; score: number; mask: number; level: Level; hints: number };

export function firstWord({ slot, hints }: Posting): number {
  return slot | ((hints >> 8) << 24);
}

export function secondWord({ score, mask, level, hints }: Posting): number {
  return (score << 19) | (mask << 11) | (level << 8) | (hints & 0xff);
}

export function slotOf(first: number): number {
  return first & 0xff_ffff;
}

export function scoreOf(second: number): number {
  return second >> 19;
}

export function maskOf(second: number): number {
  return (second >> 11) & 0xff;
}

export function levelOf(second: number): Level {
  return ((second >> 8) & 7) as Level;
}

export function hintsOf(first: number, second: number): number {
  return ((first >>> 24) << 8) | (second & 0xff);
}
