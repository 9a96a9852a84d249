import { showsSomething } from '../../../japanese/typed.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import { fingerprint } from '../fingerprint.ts';
import { SOURCE, type Standing } from '../rules.ts';
import type { ArticleWords, Origin, Texts } from '../types.ts';

/** What somebody has written of a page in one language. */
export interface TypedSections {
  readonly locale: Locale;
  readonly origin: Origin;
  /** By the key of the section; an empty one leaves it to the language’s usual words. */
  readonly sections: Readonly<Record<string, string>>;
  /** Whether they have compared it with the Japanese words. */
  readonly isCompared: boolean;
}

/** The Japanese words of a section; nothing while it is said in the product’s own. */
const sourceOf = (texts: Texts, key: string): string => texts[SOURCE]?.sections?.[key]?.text ?? '';

/**
 * The texts of a page after somebody has written it in a language. Each section says the Japanese one as of when it was last
 * changed or compared, as an article does as a whole, so that one that is changed makes no other old.
 */
export function withSections(before: Texts, typed: TypedSections): Texts {
  const { locale, origin, isCompared } = typed;
  const former = before[locale]?.sections ?? {};
  const written = Object.entries(typed.sections).filter(([, text]) => showsSomething(text));
  const sections = Object.fromEntries(
    written.map(([key, text]) => {
      const was = former[key];
      const now = fingerprint(locale === SOURCE ? text : sourceOf(before, key));
      return [key, { text, of: was?.text === text && !isCompared && locale !== SOURCE ? was.of : now }];
    }),
  );
  const { [locale]: _, ...others } = before;
  if (written.length === 0) return others;
  const words: ArticleWords = { title: '', text: '', origin, of: '', sections };
  return { ...others, [locale]: words };
}

/** A section for a reader: their language’s, else the Japanese one; null where it is said in the product’s words. */
export function sectionFor(
  texts: Texts,
  key: string,
  locale: Locale,
): { readonly text: string; readonly language: Locale; readonly standing: Standing } | null {
  const own = texts[locale]?.sections?.[key];
  if (own) return { text: own.text, language: locale, standing: standingOfSection(texts, key, locale) };
  const source = sourceOf(texts, key);
  return source ? { text: source, language: SOURCE, standing: 'missing' } : null;
}

function standingOfSection(texts: Texts, key: string, locale: Locale): Standing {
  const words = texts[locale];
  if (locale === SOURCE) return 'fits';
  if (words?.sections?.[key]?.of !== fingerprint(sourceOf(texts, key))) return 'stale';
  return words.origin === 'machine' ? 'machine' : 'fits';
}

/** What a reader is told first. */
const WORST = ['missing', 'stale', 'machine', 'fits'] as const satisfies readonly Standing[];

/** How a page stands in a language: as the section of it that a reader should know of first; null where all is the product’s. */
export function standingOfPage(texts: Texts, locale: Locale): Standing | null {
  const standings = standingsOfPage(texts, locale);
  return WORST.find((one) => standings.has(one)) ?? null;
}

/** All that a reader should know of a page in a language. */
export function standingsOfPage(texts: Texts, locale: Locale): ReadonlySet<Standing> {
  const keys = new Set(LOCALES.flatMap((one) => Object.keys(texts[one]?.sections ?? {})));
  return new Set([...keys].flatMap((key) => sectionFor(texts, key, locale)?.standing ?? []));
}
