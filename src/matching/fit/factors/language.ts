import { bestSharedLanguage } from '../../people/shared-language.ts';
import { meetInEasyJapanese } from '../conditions/they-share-a-language.ts';
import type { Factor } from './factor.ts';

/** Thousandths by the level of the weaker side: a tie to the next level matters most between A2 and B2. */
const shareByLevel = [0, 0, 300, 600, 900, 1000, 1000];

/** What a little Japanese carries with somebody at ease with Easy Japanese: more than A2 of another language on one side. */
const easyJapaneseShare = 400;

/** How comfortably the two can talk: by the weaker side's level in their best shared language, or in Easy Japanese. */
export const language: Factor = (resident, volunteer, { limits }) => {
  const shared = bestSharedLanguage(
    resident.languages,
    volunteer.languages,
    resident.task,
    limits.languageLevel,
  );
  const share = shareByLevel[shared?.level ?? 0] ?? 0;
  const isEasierInJapanese = share < easyJapaneseShare && meetInEasyJapanese(resident, volunteer, limits);
  if (!shared || isEasierInJapanese)
    return { share: easyJapaneseShare, reason: { code: 'easy_japanese', params: {} } };
  const params = { language: shared.language, level: shared.level };
  return { share, reason: { code: 'shared_language', params } };
};
