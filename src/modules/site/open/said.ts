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

/** What a search says of it: its first paragraph. */
export function descriptionOf(texts: Texts, locale: Locale): string {
  const found = wordsFor(texts, locale);
  return found ? plainly(beginningOf(found.words.text), found.language) : '';
}

/** The first paragraph of a text. */
export function beginningOf(text: string): string {
  const first = blocksOf(text).find((block) => block.kind === 'paragraph');
  return first?.kind === 'paragraph' ? first.text : '';
}
