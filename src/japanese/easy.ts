import { checkDates } from './easy/date-rules.ts';
import type { Finding } from './easy/finding.ts';
import { checkPatterns } from './easy/pattern-rules.ts';
import { prepareText } from './easy/prepared-text.ts';
import { checkReadingsAreRight } from './easy/reading-rules.ts';
import {
  checkKanji,
  checkReadings,
  checkSentenceLength,
  checkSpacing,
  checkTextLength,
} from './easy/sentence-rules.ts';
import { checkKatakana, checkWords } from './easy/word-rules.ts';

export type { Finding } from './easy/finding.ts';

const CHECKS = [
  checkSentenceLength,
  checkReadings,
  checkReadingsAreRight,
  checkKanji,
  checkWords,
  checkPatterns,
  checkDates,
  checkKatakana,
  checkSpacing,
  checkTextLength,
];

/**
 * Checks a text in furigana notation (message placeholders allowed) against the rules of easy Japanese,
 * after 出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」(2020) and the guides built on it;
 * README.md of this folder lists the rules. Gives the findings in the order of the text; none for an empty
 * text. Takes any string, never throws. No finding does not mean easy: a reader should still look.
 */
export function checkEasyJapanese(text: string): Finding[] {
  const prepared = prepareText(text);
  return CHECKS.flatMap((check) => check(prepared)).sort((a, b) => a.at - b.at);
}
