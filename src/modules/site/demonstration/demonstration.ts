import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import { type Demonstration, done, type Step } from '../../../platform/parts/demonstration.ts';
import { beginArticle, showVersion } from '../commands.ts';
import type { Kind, TypedWords } from '../types.ts';
import written from './data/articles.json' with { type: 'json' };

type Texts = Readonly<Partial<Record<Locale, { readonly title: string; readonly text: string }>>>;

/** News, a board, statutes and a report, all of them invented. */
export const siteDemonstration: Demonstration = {
  steps({ today, at, coordinatorIds: [writer = ''] }) {
    return written.articles.map(({ kind, slug, daysAgo, texts }): Step => {
      const onDay = today.subtract({ days: daysAgo });
      const now = at(onDay, '10:00');
      return {
        at: now,
        async run(tx) {
          const article = { kind: kind as Kind, slug, onDay, typed: wordsOf(texts), compared: [] };
          const id = done(await beginArticle(tx, article, { by: writer, now }), 'an article');
          done(await showVersion(tx, { id, number: 1, by: writer, now }), 'a version');
        },
      };
    });
  },
};

function wordsOf(texts: Texts): Partial<Record<Locale, TypedWords>> {
  const said = LOCALES.flatMap((locale) => {
    const words = texts[locale];
    return words ? [[locale, { ...words, origin: locale === 'ja' ? 'written' : 'machine' }] as const] : [];
  });
  return Object.fromEntries(said);
}
