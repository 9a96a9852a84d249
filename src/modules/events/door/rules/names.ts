import { toHiragana } from '../../../../japanese/kana.ts';
import { foldName } from '../../../../japanese/names.ts';
import { inLatinLetters } from '../../../../japanese/places/town-reading.ts';

/** How somebody is written who may be looked for at the door. */
export interface Written {
  readonly id: string;
  readonly name: string;
  readonly kana: string | null;
  readonly romaji: string | null;
}

/** As many letters of a registration's number as its own page says: what can be typed where no camera helps. */
export const codeOf = ({ id }: Pick<Written, 'id'>): string => id.slice(0, 6).toUpperCase();

/**
 * By what a row of the door is found: the name as it was typed, its reading in kana and in Latin letters, and the code of
 * the registration; folded, so that who searches folds alike and looks whether it holds theirs.
 */
export function findBy({ id, name, kana, romaji }: Written): string {
  const readings = [name, kana, romaji].flatMap((one) => (one ? [one] : []));
  const latin = readings.map((one) => inLatinLetters(toHiragana(one)));
  return [...new Set([...readings, ...latin, codeOf({ id })].map(foldName))].join('\n');
}

/** Whether a row is one that is looked for; nothing typed finds everybody. */
export const isFound = (written: Written, typed: string): boolean =>
  findBy(written).includes(foldName(typed));
