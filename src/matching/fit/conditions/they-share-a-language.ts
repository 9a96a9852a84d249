import type { Reason, Resident, Volunteer } from '../../people/party.ts';
import { bestSharedLanguage } from '../../people/shared-language.ts';
import type { FitLimits } from '../weights.ts';

/**
 * Both can do the resident's task in one language; or the resident has Japanese of A2 and the volunteer is at
 * ease in Easy Japanese, which is speaking and reading: writing or phoning in Japanese asks for more than A2.
 */
export function theyShareALanguage(
  resident: Resident,
  volunteer: Volunteer,
  limits: FitLimits,
): Reason | null {
  if (meetInEasyJapanese(resident, volunteer, limits)) return null;
  const { task, languages } = resident;
  if (bestSharedLanguage(languages, volunteer.languages, task, limits.languageLevel)) return null;
  const able = languages.filter((ability) => ability[task] >= limits.languageLevel);
  return {
    code: 'no_shared_language',
    params: { task, languages: able.map(({ language }) => language), count: able.length },
  };
}

/** Says whether Easy Japanese carries this pair's task. */
export function meetInEasyJapanese(resident: Resident, volunteer: Volunteer, limits: FitLimits): boolean {
  return (
    volunteer.isAtEaseWithEasyJapanese &&
    resident.spokenJapanese >= limits.easyJapaneseFrom &&
    (resident.task === 'speak' || resident.task === 'read')
  );
}
