import { readTyped } from '../../../../japanese/typed.ts';

/** The year before the first of each era in which a child of a class can be born. */
const BEFORE_FIRST: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/**
 * A year of birth as families write it: 2019, 2019年, 令和元年, 令和2, R2, H30; digits of any script.
 * @returns null for what is no year
 */
export function readBirthYear(typed: string): number | null {
  const plain = readTyped(typed)
    .toLowerCase()
    .replaceAll(/[\s.年]/g, '');
  if (/^\d{4}$/.test(plain)) return Number(plain);
  const [, era = '', count = ''] = /^(令和|平成|r|h)(元|\d{1,2})$/.exec(plain) ?? [];
  const before = BEFORE_FIRST[era];
  if (before === undefined) return null;
  const year = /^\d/.test(count) ? Number(count) : 1;
  return year < 1 ? null : before + year;
}
