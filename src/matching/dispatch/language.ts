import type { DispatchRequest, LanguageAbility, Level, Volunteer } from './types.ts';
import { SCARCE_FROM_LEVEL, scarcityOf, type Weights } from './weights.ts';

export const EASY_JAPANESE = 'ja-easy';

/** Spoken Japanese from which Easy Japanese carries a conversation (A2). */
export const EASY_JAPANESE_FROM: Level = 2;

/** The languages a request can be served in, most comfortable first; Easy Japanese, when it carries, comes last. */
export function languageOptions(request: DispatchRequest): string[] {
  const easy = request.spokenJapanese >= EASY_JAPANESE_FROM ? [EASY_JAPANESE] : [];
  return [...new Set([...request.languages, ...easy])];
}

/** How well a volunteer can do the request's task in a language, 0 when not at all. */
export function levelIn(volunteer: Volunteer, language: string, request: DispatchRequest): Level {
  if (language === EASY_JAPANESE && !volunteer.isAtEaseWithEasyJapanese) return 0;
  const spoken = language === EASY_JAPANESE ? 'ja' : language;
  return volunteer.languages.find((ability) => ability.language === spoken)?.[request.task] ?? 0;
}

export type Scarcest = { language: string; scarcity: number };

/** The rarest language somebody speaks well enough to be needed for; equal ones by code. */
export function scarcestLanguage(languages: readonly LanguageAbility[], weights: Weights): Scarcest {
  let scarcest: Scarcest = { language: 'ja', scarcity: 0 };
  for (const { language, speak } of languages) {
    const scarcity = scarcityOf(language, weights);
    const isRarer =
      scarcity > scarcest.scarcity || (scarcity === scarcest.scarcity && language < scarcest.language);
    if (speak >= SCARCE_FROM_LEVEL && isRarer) scarcest = { language, scarcity };
  }
  return scarcest;
}

export type LanguageChoice = { language: string; position: number; level: Level; scarcityGap: number };

/** Points of using a language: level, less its place in the resident's list, Easy Japanese and scarcity. */
export function languagePoints(choice: LanguageChoice, weights: Weights): number {
  return (
    (weights.levels[choice.level] ?? 0) -
    preferencePoints(choice, weights) -
    (choice.language === EASY_JAPANESE ? weights.easyJapanese : 0) -
    choice.scarcityGap * weights.scarcity
  );
}

/** What a language loses for standing behind a more comfortable one; Easy Japanese has its own deduction instead. */
export function preferencePoints(choice: LanguageChoice, weights: Weights): number {
  return choice.language === EASY_JAPANESE ? 0 : choice.position * weights.languagePreference;
}

/**
 * The language in which this volunteer serves this request best, at the needed level.
 * @returns null when there is none. Equal points go to the language the resident is more comfortable in.
 */
export function chooseLanguage(
  request: DispatchRequest,
  volunteer: Volunteer,
  weights: Weights,
): LanguageChoice | null {
  const { scarcity } = scarcestLanguage(volunteer.languages, weights);
  let best: LanguageChoice | null = null;
  for (const [position, language] of languageOptions(request).entries()) {
    const level = levelIn(volunteer, language, request);
    if (level === 0 || level < request.neededLevel) continue;
    const scarcityGap = Math.max(0, scarcity - scarcityOf(language, weights));
    const choice = { language, position, level, scarcityGap };
    if (!best || languagePoints(choice, weights) > languagePoints(best, weights)) best = choice;
  }
  return best;
}
