import type { Gender, Level } from '../types.ts';

/**
 * A posting is one volunteer in one list. It carries enough to pass over most of those who do not fit: looking
 * anywhere else in memory costs more than reading twenty postings. Its words are kept in three arrays, because
 * the second and third are read for fewer and fewer.
 *
 * - key: score (13 bits, signed), categories known by skill (8) and by practice (8), level (3)
 * - who: slot (24 bits), gender (2), eighth of the cell towards the east (3) and the north (3)
 * - hours, two words: hours of the week with any free time (hours.ts)
 */
export type Posting = {
  score: number;
  skills: number;
  practice: number;
  level: Level;
  slot: number;
  gender: number;
  east: number;
  north: number;
  earlyHours: number;
  lateHours: number;
};

export const MOST_SLOTS = 2 ** 24;
export const HIGHEST_SCORE = 4095;
/** Below every score that a posting can hold. */
export const NO_SCORE = -4096;

export function keyOf({ score, skills, practice, level }: Posting): number {
  return (score << 19) | (skills << 11) | (practice << 3) | level;
}

export function whoOf({ slot, gender, east, north }: Posting): number {
  return slot | (gender << 24) | (east << 26) | (north << 29);
}

export function scoreOf(key: number): number {
  return key >> 19;
}

export function skillsOf(key: number): number {
  return (key >> 11) & 0xff;
}

export function practiceOf(key: number): number {
  return (key >> 3) & 0xff;
}

export function levelOf(key: number): Level {
  return (key & 7) as Level;
}

export function slotOf(who: number): number {
  return who & 0xff_ffff;
}

export function genderOf(who: number): number {
  return (who >> 24) & 3;
}

export function eastEighth(who: number): number {
  return (who >> 26) & 7;
}

export function northEighth(who: number): number {
  return who >>> 29;
}

/** A gender as two bits: 0 for anybody whom no wish can name. */
export function genderNumber(gender: Gender | null): number {
  return gender === 'female' ? 1 : gender === 'male' ? 2 : 0;
}
