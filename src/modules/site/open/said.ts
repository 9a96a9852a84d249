import { readFurigana } from '../../../japanese/furigana.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import { blocksOf, wordsFor } from '../rules.ts';
import type { Texts } from '../types.ts';

/** Words of the organization as a language writes them: with furigana in Easy Japanese. */
export function written(text: string, language: Locale): Words {
  return language === 'ja-easy' ? rubyWords(text) : text;
}

/** The same as a string, for titles, pictures and files. */
export function plainly(text: string, language: Locale): string {
  return language === 'ja-easy' ? readFurigana(text) : text;
}

export function titleOf(texts: Texts, locale: Locale): string {
  const found = wordsFor(texts, locale);
  return found ? plainly(found.words.title, found.language) : '';
}

/** What a search says of it: how it begins, or its title where it is headlines and lists alone. */
export function descriptionOf(texts: Texts, locale: Locale): string {
  const found = wordsFor(texts, locale);
  if (!found) return '';
  return plainly(beginningOf(found.words.text) || found.words.title, found.language);
}

/** As much of a beginning as lists, feeds and searches show, in characters. */
const MOST = 240;
/** Where a text may be cut: behind a sentence or phrase, never within a word or a reading. */
const ENDS = ['。', '、', '，', ' ', '\u3000', '\n'];

/** The first paragraph of a text, or how it begins where it is long. */
export function beginningOf(text: string): string {
  const first = blocksOf(text).find(({ kind }) => kind === 'paragraph');
  if (first?.kind !== 'paragraph') return '';
  const characters = [...first.text];
  if (characters.length <= MOST) return first.text;
  const cut = characters.slice(0, MOST).join('');
  const end = Math.max(...ENDS.map((sign) => cut.lastIndexOf(sign)));
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}
