import type { Gender, Level } from '../types.ts';
import type { Weights } from '../weights.ts';

/** What the postings of a volunteer have in common; as long as it stays the same they need not be touched. */
export type Signature = {
  slot: number;
  /** The ability set, from which follows what postings there are. */
  set: number;
  /** The points for rest and visits. */
  earned: number;
  /** Categories known by skill and by practice, as bits. */
  skills: number;
  practice: number;
  gender: number;
  /** Square kilometer, -1 without a place. */
  cell: number;
  reachKilometers: number;
  eastMeters: number;
  northMeters: number;
  earlyHours: number;
  lateHours: number;
};

/**
 * A posting is one volunteer in one list. It carries enough to pass over nearly all of those who do not fit: looking
 * anywhere else in memory costs more than reading twenty postings. Its words lie side by side, and the first two are
 * the same in every list:
 *
 * - key: score as the list counts it (13 bits, signed), categories known by skill (8) and by practice (8), level (3)
 * - who: slot (24 bits), and 8 bits that each kind of list uses as it likes
 */
export type Posting = {
  signature: Signature;
  level: Level;
  /** The points without those for category, distance and preference. */
  score: number;
};

/** How postings are kept in lists: so many words, written by `write` from position `at` on. */
export type PostingForm = {
  words: number;
  write: (words: Int32Array, at: number, posting: Posting, score: number) => void;
};

/** Words of a posting by place behind key and who: the place, and the hours of the week with any free time. */
export const EAST_WORD = 2;
export const NORTH_WORD = 3;
export const EARLY_WORD = 4;
export const LATE_WORD = 5;

/** In a list by place: the reach in the high bits of who, the gender in the two highest of the early hours. */
export const BY_PLACE: PostingForm = {
  words: 6,
  write(words, at, posting, score) {
    words[at] = keyOf(posting, score);
    const { slot, gender, reachKilometers, eastMeters, northMeters, earlyHours, lateHours } =
      posting.signature;
    words[at + 1] = slot | (reachKilometers << 24);
    words[at + EAST_WORD] = eastMeters;
    words[at + NORTH_WORD] = northMeters;
    words[at + EARLY_WORD] = (earlyHours & WITHOUT_GENDER) | (gender << 30);
    words[at + LATE_WORD] = lateHours;
  },
};

/** In a list by score: the gender in the high bits of who. */
export const BY_SCORE: PostingForm = {
  words: 2,
  write(words, at, posting, score) {
    words[at] = keyOf(posting, score);
    words[at + 1] = posting.signature.slot | (posting.signature.gender << 24);
  },
};

export const MOST_SLOTS = 2 ** 24;
export const HIGHEST_SCORE = 4095;
/** Below every score that a posting can hold. */
export const NO_SCORE = -4096;
const SKILLS_FROM = 11;
const PRACTICE_FROM = 3;
const WITHOUT_GENDER = 0x3fff_ffff;

export function keyOf({ signature, level }: Posting, score: number): number {
  return (score << 19) | (signature.skills << SKILLS_FROM) | (signature.practice << PRACTICE_FROM) | level;
}

export function scoreOf(key: number): number {
  return key >> 19;
}

/** Whether somebody knows a category (by its number), by skill or by practice. */
export function knowsCategory(key: number, category: number): boolean {
  return (((key >> (SKILLS_FROM + category)) | (key >> (PRACTICE_FROM + category))) & 1) === 1;
}

/** Points for knowing a category (by its number). */
export function categoryPoints(key: number, category: number, weights: Weights): number {
  return (
    ((key >> (SKILLS_FROM + category)) & 1) * weights.categorySkill +
    ((key >> (PRACTICE_FROM + category)) & 1) * weights.categoryPractice
  );
}

/** Points for knowing the category that brings most, of those known by skill and by practice. */
export function bestCategoryPoints(skills: number, practice: number, weights: Weights): number {
  const { categorySkill, categoryPractice } = weights;
  if ((skills & practice) !== 0) return categorySkill + categoryPractice;
  return Math.max(skills === 0 ? 0 : categorySkill, practice === 0 ? 0 : categoryPractice);
}

/** How much less somebody has who is wanted for a category (by its number) than for the one that brings most. */
export function lessThanBest(key: number, category: number, weights: Weights): number {
  const best = bestCategoryPoints((key >> SKILLS_FROM) & 0xff, (key >> PRACTICE_FROM) & 0xff, weights);
  return best - categoryPoints(key, category, weights);
}

export function levelOf(key: number): Level {
  return (key & 7) as Level;
}

export function slotOf(who: number): number {
  return who & 0xff_ffff;
}

/** What a kind of list keeps beside the slot: reach in a list by place, gender in one by score. */
export function besideSlot(who: number): number {
  return who >>> 24;
}

/** A gender as two bits: 0 for anybody whom no wish can name. */
export function genderNumber(gender: Gender | null): number {
  return gender === 'female' ? 1 : gender === 'male' ? 2 : 0;
}
