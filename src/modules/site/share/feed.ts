import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { descriptionOf, titleOf } from '../open/said.ts';
import { sitePaths } from '../paths.ts';
import { wordsFor } from '../rules.ts';
import type { ShownArticle } from '../types.ts';

/** News as a feed (Atom, RFC 4287). @param around.now where nothing was told yet */
export function feedOf(
  articles: readonly ShownArticle[],
  around: {
    readonly locale: Locale;
    readonly origin: string;
    readonly title: string;
    readonly organization: string;
    readonly now: Temporal.Instant;
  },
): string {
  const { locale, origin, title, organization } = around;
  const self = origin + hrefIn(locale, sitePaths.feed());
  const updated = articles
    .map(({ shownAt }) => shownAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${localeFacts[locale].tag}">
<id>${self}</id>
<title>${escaped(title)}</title>
<updated>${(updated ?? around.now).round('second')}</updated>
<author><name>${escaped(organization)}</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${origin + hrefIn(locale, sitePaths.news())}"/>
${articles.map((article) => entryOf(article, { locale, origin })).join('\n')}
</feed>
`;
}

function entryOf(
  article: ShownArticle,
  { locale, origin }: { readonly locale: Locale; readonly origin: string },
): string {
  const { slug, texts, onDay, shownAt } = article;
  const address = origin + hrefIn(locale, sitePaths.article({ slug }));
  const language = localeFacts[wordsFor(texts, locale)?.language ?? locale].tag;
  return `<entry xml:lang="${language}">
<id>${address}</id>
<title>${escaped(titleOf(texts, locale))}</title>
<published>${onDay}T00:00:00+09:00</published>
<updated>${shownAt.round('second')}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<summary>${escaped(descriptionOf(texts, locale))}</summary>
</entry>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
