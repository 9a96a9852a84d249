import { soundOf } from '../../../japanese/sound.ts';
import { isKana, isUnspaced, kanaOf, wordsIn } from './fold.ts';
import { LONGEST_RUN } from './terms.ts';

/** A word that was asked for, in all its writings: a term that begins with one of them answers it. */
export type AskedWord = readonly string[];

const MOST_WORDS = 8;
/** Between words: pairs across them stand in no text. */
const PARTICLE = /[をがはのへ]/u;
/** Behind every character: what begins with a prefix lies before it. */
const LAST = '\u{10ffff}';

/** What somebody looks for, word by word. */
export function askedIn(typed: string): AskedWord[] {
  return [...new Set(wordsIn(typed))].slice(0, MOST_WORDS).map(writingsOf);
}

/** The same in pairs of characters, for a long run that stands nowhere as a whole: ごみの出し方 where it says ごみを出す. */
export function askedInPairs(typed: string): AskedWord[] {
  const pairs = wordsIn(typed).flatMap((word) => {
    const characters = [...word];
    if (!isUnspaced(word) || characters.length < 3) return [word];
    return characters.slice(1).flatMap((one, at) => {
      const pair = `${characters[at]}${one}`;
      return PARTICLE.test(pair) ? [] : [pair];
    });
  });
  return [...new Set(pairs)].slice(0, 2 * MOST_WORDS).map(writingsOf);
}

function writingsOf(word: string): string[] {
  const kana = isKana(word) ? word : kanaOf(word);
  const singular = /^[a-z]{3,}s$/.test(word) ? [word.slice(0, -1)] : [];
  // A long vowel alone sounds like nothing, and with nothing every term begins.
  const heard = kana ? [kana, soundOf(kana) || kana] : [];
  return [...new Set([word, ...singular, ...heard])].map((one) =>
    isUnspaced(one) ? [...one].slice(0, LONGEST_RUN).join('') : one,
  );
}

/** The words as ranges of terms, by the number of each word: for an index that is in order. */
export function rangesOf(asked: readonly AskedWord[]): {
  readonly words: readonly number[];
  readonly from: readonly string[];
  readonly to: readonly string[];
} {
  const all = asked.flatMap((writings, word) => writings.map((low) => ({ word, low })));
  return {
    words: all.map(({ word }) => word),
    from: all.map(({ low }) => low),
    to: all.map(({ low }) => `${low}${LAST}`),
  };
}
