import { bestSharedLanguage } from '../../people/shared-language.ts';
import type { Factor } from './factor.ts';

/**
 * Thousandths by the level of the weaker side: from B1, everyday talk, to C1, where nothing is in the way.
 */
const shareByLevel = [0, 0, 300, 600, 900, 1000, 1000];

/** Easy Japanese carries a pair, though less than everyday talk. */
export const easyJapaneseShare = 400;

/**
 * How comfortably the two can talk: by the weaker side's level in their best shared language, else in Easy
 * Japanese.
 */
export const language: Factor = (resident, volunteer, { limits }) => {
  const { languages, task } = resident;
  const shared = bestSharedLanguage(languages, volunteer.languages, task, limits.languageLevel);
  if (!shared) return { share: easyJapaneseShare, reason: { code: 'easy_japanese', params: {} } };
  const params = { language: shared.language, level: shared.level };
  return { share: shareOfLevel(shared.level), reason: { code: 'shared_language', params } };
};

/** The share of a shared language at this level. */
export function shareOfLevel(level: number): number {
  return shareByLevel[level] ?? 0;
}
