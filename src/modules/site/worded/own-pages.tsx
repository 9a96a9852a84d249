import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { FindOwnPages, OwnPage, OwnSection } from '../../../platform/parts/public/worded-page.ts';
import { In, StandingNote } from '../open/article.tsx';
import { plainly, written } from '../open/said.ts';
import { listShownPages } from '../store/articles.ts';
import type { Texts } from '../types.ts';
import { sectionFor, standingsOfPage } from './rules.ts';

/** What everybody reads of these pages in the organization’s own words. */
export const findOwnPages: FindOwnPages = async (db, keys, locale) => {
  const shown = await listShownPages(db, keys);
  return new Map(shown.map(({ slug, texts }) => [slug, ownPage(texts, locale)]));
};

function ownPage(texts: Texts, locale: Locale): OwnPage {
  const keys = new Set(Object.values(texts).flatMap(({ sections = {} }) => Object.keys(sections)));
  const said = [...keys].flatMap((key) => {
    const found = sectionFor(texts, key, locale);
    return found ? [[key, ownSection(found)] as const] : [];
  });
  return { said: Object.fromEntries(said), note: <Notes texts={texts} locale={locale} /> };
}

type Found = NonNullable<ReturnType<typeof sectionFor>>;

function ownSection({ text, language, standing }: Found): OwnSection {
  const say = (line: string) => <In language={language}>{written(line, language)}</In>;
  return {
    words: say(text),
    lines: linesOf(text).map(say),
    plain: plainly(text, language),
    note: standing === 'fits' ? null : { kind: standing, view: <StandingNote standing={standing} /> },
  };
}

/** A list as it is typed: a line each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A page may be old in one section and lack another: both are said. */
function Notes({ texts, locale }: { readonly texts: Texts; readonly locale: Locale }): VNode {
  return (
    <>
      {[...standingsOfPage(texts, locale)].map((standing) => (
        <StandingNote standing={standing} />
      ))}
    </>
  );
}
