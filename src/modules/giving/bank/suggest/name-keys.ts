import { nameSounds, normalName, payerNumber } from '../../../../japanese/payer-name.ts';

/** Ways in which two names are alike, the surest first. */
const WAYS = ['name', 'sounds', 'spelling'] as const;
type Way = (typeof WAYS)[number];

/** In a shorter name another letter makes another name; in a longer one nobody counts them. */
const LETTERS = { least: 4, most: 40 };

/**
 * What a name can be found by, without reading everybody's: two names are alike where one key is in both. By `spelling` that is
 * so where a letter is another, missing or too many, two neighbors are swapped, or marks of voiced kana differ. Takes any text.
 */
export function nameKeys(text: string): readonly string[] {
  const normal = normalName(text);
  if (normal === '') return [];
  const keys: Readonly<Record<Way, readonly string[]>> = {
    name: [normal],
    sounds: nameSounds(text),
    spelling: spellingsOf(normal),
  };
  return WAYS.flatMap((way) => keys[way].map((key) => `${way}:${key}`));
}

/** What all have among their keys whose normal name is this one. */
export const sameNameKey = (normal: string): string => `name:${normal}`;

/** The same of who paid: a number beside the name is no part of it. */
export const payerKeys = (payer: string): readonly string[] => nameKeys(payerNumber(payer)?.name ?? payer);

/** The letters as they are, and with each left out once. */
function spellingsOf(normal: string): readonly string[] {
  const letters = [...normal.normalize('NFD').replaceAll(/[\u3099\u309a]/gu, '')];
  if (letters.length < LETTERS.least || letters.length > LETTERS.most) return [];
  return [
    ...new Set([letters, ...letters.map((_, at) => letters.toSpliced(at, 1))].map((some) => some.join(''))),
  ];
}

/** In which way two names are alike, by their keys; null where they aren't. */
export function likeName(one: ReadonlySet<string>, other: readonly string[]): Way | null {
  const shared = other.filter((key) => one.has(key));
  return WAYS.find((way) => shared.some((key) => key.startsWith(`${way}:`))) ?? null;
}
