import { listMunicipalities } from '../../../../japanese/places.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Consent, Story } from '../../types.ts';

const READINGS = /｜|《[^》]*》/gu;

/**
 * Wards and cities that words name, as they are written in Japanese or Chinese, or in English with what they are. A guard
 * against what is overlooked; it does not know stations and rivers.
 */
export function namesAPlace(words: readonly string[]): string[] {
  // A reading may stand within a name: 豊島《としま》区《く》.
  const all = words.join('\n').replace(READINGS, '');
  return listMunicipalities().flatMap(({ name, english }) =>
    all.includes(name) || new RegExp(`\\b${english}(?:-ku|-shi| Ward| City)\\b`, 'iu').test(all) ? name : [],
  );
}

/** Of whom the words tell, once all have agreed. */
export const isShownInWords = ({ state, inText }: Pick<Consent, 'state' | 'inText'>): boolean =>
  state === 'agreed' && inText;

/** Whether words may name what they name: a place that all in them let be told, and that is judged with the rest. */
export function mayNamePlaces(
  words: readonly string[],
  { ward }: Pick<Story['tells'], 'ward'>,
  shown: readonly Pick<Consent, 'showsPlace'>[],
): Outcome<null> {
  const named = namesAPlace(words);
  if (shown.some(({ showsPlace }) => !showsPlace) && (named.length > 0 || ward !== null))
    return refuse('place_is_kept', { places: named.join(', ') || '–' });
  return named.length > 0 && ward === null
    ? refuse('say_which_ward', { places: named.join(', ') })
    : accept(null);
}
