import known from '../data/easy-readings.json' with { type: 'json' };
import words from '../data/easy-words.json' with { type: 'json' };
import type { Token } from './tagger/token.ts';

const LISTED = new Set([
  ...Object.keys(words.refused),
  ...Object.keys(words.advised),
  ...Object.keys(words.official),
]);
const EASY_KANJI = new Set(words.easyKanji);
const KATAKANA = new Set(words.katakana);
const KNOWN: ReadonlySet<string> = new Set(Object.keys(known));

/** How many words of a text are hard. */
export interface Share {
  readonly hard: number;
  readonly words: number;
}

/** Nouns, verbs, adjectives and adverbs by themselves; neither particles and endings nor numbers, names and what is counted. */
function isCounted({ kind, detail }: Token): boolean {
  if (kind === '名詞') return !/^(?:数|非自立|接尾|代名詞|固有名詞)$/u.test(detail);
  return kind === '副詞' || ((kind === '動詞' || kind === '形容詞') && detail === '自立');
}

/**
 * Whether somebody who learns Japanese will hardly know it: it stands in our lists of hard words and words of offices, has a
 * kanji beyond JLPT N4 and is none that our own texts use, or is a katakana word of four letters and more that few meet.
 */
function isHard({ surface, base }: Token): boolean {
  if (LISTED.has(surface) || LISTED.has(base)) return true;
  if (/^[ァ-ヺー]{4,}$/u.test(surface)) return !KATAKANA.has(surface);
  const runs = surface.match(/[\p{Script=Han}々]+/gu) ?? [];
  return runs.some(
    (run) => !KNOWN.has(run) && [...run].some((kanji) => kanji !== '々' && !EASY_KANJI.has(kanji)),
  );
}

/** @param tokens of the text without readings */
export function shareOfHardWords(tokens: readonly Token[]): Share {
  const counted = tokens.filter(isCounted);
  return { hard: counted.filter(isHard).length, words: counted.length };
}
