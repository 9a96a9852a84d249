import { sortKey } from '../../japanese/kana.ts';
import { foldName } from '../../japanese/names.ts';
import type { Person } from './types.ts';

// Every `_on` of this module is counted by it.
export { dayInJapan } from '../../platform/clock.ts';

/** An address as it is stored and looked up: without spaces around it, lower case. */
export function normalizeEmail(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

type Names = Pick<Person, 'name' | 'preferredName' | 'kana' | 'romaji' | 'email'>;

/**
 * What is stored beside the names, so that SQL can put people in order and find them: the key of their place in a
 * list, and one text in which full-width, half-width, katakana and case no longer differ.
 */
export function indexNames(names: Names): { sort_key: string; search_text: string } {
  const parts = [names.name, names.preferredName, names.kana, names.romaji, names.email];
  return {
    sort_key: sortKey(names.name, names.kana ?? undefined),
    search_text: parts.flatMap((part) => (part ? [foldName(part)] : [])).join('\n'),
  };
}
