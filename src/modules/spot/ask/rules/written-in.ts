import { languageOf } from '../../../../platform/languages/detect.ts';
import { isLocale, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { LANGUAGES } from '../../../people/index.ts';

/** Scripts that several of the languages of our people share, and which those are; the most spoken here first. */
const SHARED_SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Devanagari}/u, ['ne', 'hi']],
  [/\p{Script=Arabic}/u, ['ar', 'ur', 'fa', 'ps']],
  [/\p{Script=Cyrillic}/u, ['ru', 'mn', 'uk', 'uz']],
  [/\p{Script=Han}/u, ['zh', 'ja', 'yue']],
  [/\p{Script=Latin}/u, ['en', 'vi', 'fil', 'id', 'pt', 'es', 'fr', 'de', 'it', 'ms', 'tr', 'uz']],
];
/** A text of so many words with hardly an English one among them is not English. */
const TELLING_WORDS = 6;

/**
 * In which language somebody wrote: as its words show, else the one of theirs that is written so, else the one of the page
 * they read where it is, else the one that most people here write so.
 * @param spoken their languages, the ones they speak best first
 * @returns a BCP 47 tag
 */
export function guessWrittenIn(
  text: string,
  { spoken, locale }: { readonly spoken: readonly string[]; readonly locale: Locale },
): string {
  const seen = languageOf(text);
  if (seen) return seen;
  const page = localeFacts[locale].tag;
  const fitting = SHARED_SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (!fitting) return page;
  const isNoEnglish = text.trim().split(/\s+/u).length >= TELLING_WORDS;
  const possible = isNoEnglish ? fitting.filter((code) => code !== 'en') : fitting;
  const ofPage = fitting.find((code) => tagOf(code) === page);
  const theirs = spoken.find((code) => possible.includes(code));
  const code = (isNoEnglish ? (theirs ?? ofPage) : (ofPage ?? theirs)) ?? fitting[0] ?? page;
  return tagOf(code);
}

/** What was chosen or kept as the language of a text, as a tag; null for nothing of ours. */
export function readWrittenIn(typed: string): string | null {
  if (isLocale(typed)) return localeFacts[typed].tag;
  return LANGUAGES.some((code) => code === typed) ? tagOf(typed) : null;
}

function tagOf(code: string): string {
  return code === 'zh' ? 'zh-Hans' : code;
}

/** The languages in which two can talk with the one first in which the request was written: it is the one they are at home in. */
export function writtenFirst(languages: readonly string[], tag: string): readonly string[] {
  const written = languages.find((code) => tagOf(code) === tag);
  return written ? [written, ...languages.filter((code) => code !== written)] : languages;
}
