const KANJI_DIGITS = '〇一二三四五六七八九';
const CHOME = /([一二三四五六七八九十]+|\d+)丁目.*$/u;
const HOUSE_NUMBER = /(\d+)(?:-\d+)*$/u;

function readKanjiNumber(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  const digit = (character: string | undefined, missing: number) =>
    character ? Math.max(KANJI_DIGITS.indexOf(character), 0) : missing;
  return digit(tens, 1) * 10 + digit(ones, 0);
}

/** The number of a 丁目, as addresses in Latin letters begin with it: 錦糸一丁目 is 1; null for a town without. */
export function chomeOf(name: string): number | null {
  const [numeral] = /[一二三四五六七八九十\d]+(?=丁目$)/u.exec(name.normalize('NFKC')) ?? [];
  return numeral === undefined ? null : readKanjiNumber(numeral);
}

/**
 * The name of a town in the form in which two writings of it are equal: full and half width, 大字 or not,
 * 霞ヶ関 or 霞が関, 丸ノ内 or 丸の内, 銀座一丁目, 銀座1丁目 or 銀座1-2-3. `base` is without the 丁目.
 * For comparing inside one municipality only, never for showing. Takes any text.
 */
export function makeTownKey(name: string): { base: string; key: string } {
  const plain = name
    .normalize('NFKC')
    .replace(/\(.*?\)|\s/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/^(?:大字|字)/u, '')
    .replace(/[ヶヵケガが]/gu, 'ケ')
    .replace(/[ノ之の]/gu, 'ノ')
    .replace(
      /[澤龍挾條瀨ッ]/gu,
      (character) => '沢竜挟条瀬ツ'['澤龍挾條瀨ッ'.indexOf(character)] ?? character,
    );
  const chome = CHOME.exec(plain) ?? HOUSE_NUMBER.exec(plain);
  if (!chome) return { base: plain, key: plain };
  const base = plain.slice(0, chome.index);
  return { base, key: `${base}${readKanjiNumber(chome[1] ?? '')}丁目` };
}
