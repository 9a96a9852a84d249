import { showsSomething } from '../../japanese/typed.ts';
import { LOCALES, type Locale } from '../../platform/languages/locales.ts';
import { fingerprint } from './fingerprint.ts';
import { type ArticleWords, type Kind, SINGLE, type Texts, type TypedWords } from './types.ts';

/** The language in which an article is written first. */
export const SOURCE = 'ja' satisfies Locale;

/** Whether there is one of it. */
export const isSingle = (kind: Kind): boolean => SINGLE.some((one) => one === kind);

/** What the words of a language are to the Japanese ones. */
export type Standing = 'fits' | 'machine' | 'stale' | 'missing';

/**
 * What is kept of what was typed. Words of another language say the Japanese ones as of when they were last changed, or as of
 * now where their writer says that they have compared them: so a translation grows old by itself when the Japanese changes.
 * @param compared the languages that still say the same
 */
export function textsFrom(
  typed: Partial<Record<Locale, TypedWords>>,
  { before, compared }: { readonly before: Texts; readonly compared: readonly Locale[] },
): Texts {
  const source = typed[SOURCE];
  const now = fingerprint(`${source?.title}\n\n${source?.text}`);
  const kept: Partial<Record<Locale, ArticleWords>> = {};
  for (const locale of LOCALES) {
    const words = typed[locale];
    if (!words || (words.title === '' && words.text === '')) continue;
    const former = before[locale];
    const isSame = former !== undefined && former.title === words.title && former.text === words.text;
    const of = locale === SOURCE || !isSame || compared.includes(locale) ? now : former.of;
    kept[locale] = { ...words, of };
  }
  return kept;
}

/** Whether there are both title and text: readers are shown neither without the other. */
export const isWhole = (words: TypedWords | undefined): boolean =>
  words !== undefined && showsSomething(words.title) && showsSomething(words.text);

/** How the words of a language stand to the Japanese ones. */
export function standingOf(texts: Texts, locale: Locale): Standing {
  const words = texts[locale];
  if (!words || !isWhole(words)) return 'missing';
  if (locale === SOURCE) return 'fits';
  if (words.of !== texts[SOURCE]?.of) return 'stale';
  return words.origin === 'machine' ? 'machine' : 'fits';
}

/** The words for a reader: their language's, else the Japanese ones, in which both are said to be. */
export function wordsFor(
  texts: Texts,
  locale: Locale,
): { readonly words: ArticleWords; readonly language: Locale; readonly standing: Standing } | null {
  const standing = standingOf(texts, locale);
  const language = standing === 'missing' ? SOURCE : locale;
  const words = texts[language];
  return words ? { words, language, standing } : null;
}

/** A part of a text: a headline, a list, or a paragraph. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

/** A text by its empty lines: what begins with `## ` is a headline, lines that begin with `- ` are a list. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): Block => {
      const lines = block.split('\n');
      if (lines.every((line) => line.startsWith('- ')))
        return { kind: 'list', lines: lines.map((line) => line.slice(2).trim()) };
      if (lines.length === 1 && block.startsWith('## '))
        return { kind: 'heading', text: block.slice(3).trim() };
      return { kind: 'paragraph', text: block };
    });
}
