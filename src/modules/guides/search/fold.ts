import { toHiragana as romajiToKana } from 'wanakana';
import { toHiragana } from '../../../japanese/kana.ts';
import { foldLetters } from '../../../japanese/letters.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;
const LATIN = /^[a-z]+$/;
const KANA = /^[ぁ-ゖー]+$/u;

/** The words of a text as they are compared: ゴミ like ごみ, Ｇomi like gomi, nothing between them. */
export function wordsIn(text: string): string[] {
  return toHiragana(foldLetters(text)).match(WORD) ?? [];
}

/** Whether a word is of a writing that sets nothing between words. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** What a word in Latin letters sounds like, where it can be romaji: `gomi` is ごみ; null for `garbage`. */
export function kanaOf(word: string): string | null {
  if (!LATIN.test(word)) return null;
  const kana = romajiToKana(word);
  return KANA.test(kana) ? kana : null;
}

export const isKana = (word: string): boolean => KANA.test(word);
