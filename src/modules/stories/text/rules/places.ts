import { listMunicipalities } from '../../../../japanese/places.ts';

/**
 * Wards and cities that words name, as they are written in Japanese or Chinese, or in English with what they are. A guard
 * against what is overlooked; it does not know stations and rivers.
 */
export function namesAPlace(words: readonly string[]): string[] {
  const all = words.join('\n');
  return listMunicipalities().flatMap(({ name, english }) =>
    all.includes(name) || new RegExp(`\\b${english}(?:-ku|-shi| Ward| City)\\b`, 'iu').test(all) ? name : [],
  );
}
