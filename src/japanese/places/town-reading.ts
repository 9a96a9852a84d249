import { toRomaji } from 'wanakana';

/** Spellings of one sound in Latin letters, in the order in which they are made alike. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/sy/gu, 'sh'],
  [/[tc]y/gu, 'ch'],
  [/[zj]y/gu, 'j'],
  [/tsu|tu/gu, 'tsu'],
  [/si/gu, 'shi'],
  [/ti/gu, 'chi'],
  [/[zd]i/gu, 'ji'],
  [/(?<![sc])hu/gu, 'fu'],
  [/dzu|du/gu, 'zu'],
  [/tch/gu, 'cch'],
  [/m(?=[bpm])/gu, 'n'],
  [/oh(?=[^aeiou]|$)/gu, 'o'],
  [/o[ou]+/gu, 'o'],
  [/uu+/gu, 'u'],
];

/**
 * A reading in the form in which its writings are equal: なかめぐろ, ナカメグロ, Nakameguro, naka-meguro; しんじゅく,
 * Shinjuku, Sinzyuku; おおつか, Ōtsuka, Ohtsuka, Otsuka. For comparing only. Empty for a text in another script.
 */
export function foldReading(text: string): string {
  const latin = toRomaji(text.normalize('NFKC')).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const letters = latin.replace(/[\s\-'’.,ー・]/gu, '');
  if (!/^[a-z]+$/u.test(letters)) return '';
  return ALIKE.reduce((folded, [spelling, same]) => folded.replace(spelling, same), letters);
}

/**
 * A reading as a name in Latin letters, without long marks, as stations and municipalities write themselves:
 * `Nakameguro`. いのうえ and まつうら have two vowels, not a long one.
 */
export function inLatinLetters(kana: string): string {
  const romaji = toRomaji(kana)
    .replace(/oo|ou(?!e)/gu, 'o')
    .replace(/(?<!ts)uu/gu, 'u')
    .replace(/n'/gu, 'n');
  return romaji.charAt(0).toUpperCase() + romaji.slice(1);
}

/** What somebody wrote of a town by its sound: the reading, and the 丁目 where they gave one. */
export function splitTypedReading(typed: string): { reading: string; chome: number | null } {
  const plain = typed.normalize('NFKC');
  const chome = /(\d+)/u.exec(plain)?.[1];
  const words = plain
    .replace(/\d+(?:\s*-\s*\d+)*/gu, ' ')
    .replace(/-?\s*(?:ch[oō]u?me|ちょうめ|チョウメ)/giu, ' ')
    .replace(/^[\s,-]+|[\s,-]+$/gu, '');
  return { reading: foldReading(words), chome: chome ? Number(chome) : null };
}

const ONES = ['', 'いっ', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はっ', 'きゅう'];
const TENS = ['', 'じゅう', 'にじゅう', 'さんじゅう', 'よんじゅう', 'ごじゅう'];

/** How a 丁目 is read, from the first to the 59th: いっちょうめ, じゅっちょうめ, じゅうにちょうめ. */
export function readChome(chome: number): string {
  const [tens, ones] = [TENS[Math.floor(chome / 10)] ?? '', ONES[chome % 10] ?? ''];
  return `${ones === '' ? tens.replace(/う$/u, 'っ') : tens + ones}ちょうめ`;
}
