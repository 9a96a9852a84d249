import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { askingSection, type PublicPart } from '../../../platform/parts/public-part.ts';
import { Link } from '../../../ui/index.ts';
import { OneOfNews } from '../open/list.tsx';
import { sitePaths } from '../paths.ts';
import { askShown, listSinglesShown, toShown } from '../store/articles.ts';
import type { Kind, ShownArticle } from '../types.ts';
import { siteMessages } from '../words.ts';

const MOST_ON_HOME = 3;

/** The latest news, and the ways to what the organization says of itself. */
export const sitePublicPart: PublicPart = {
  order: 80,
  section: async (db) =>
    askingSection({ news: askShown(db, 'news', MOST_ON_HOME) }, ({ news }) =>
      news.length > 0 ? <Latest news={news.map(toShown)} /> : null,
    ),
  about: async (db) => <Ways there={await listSinglesShown(db)} />,
};

function Latest({ news }: { readonly news: readonly ShownArticle[] }): VNode {
  const t = useWords(siteMessages);
  return (
    <section class="stack" data-width="full">
      <h2>{t('news_title')}</h2>
      <div class="halves">
        {news.map((article) => (
          <OneOfNews {...article} level={3} />
        ))}
      </div>
      <p>
        <Link href={sitePaths.news()}>{t('news_all')}</Link>
      </p>
    </section>
  );
}

function Ways({ there }: { readonly there: ReadonlySet<Kind> }): VNode {
  const t = useWords(siteMessages);
  const ways = [
    ...(there.has('board') ? [[sitePaths.board(), t('board')] as const] : []),
    ...(there.has('statutes') ? [[sitePaths.statutes(), t('statutes')] as const] : []),
    [sitePaths.reports(), t('reports_title')] as const,
  ];
  return (
    <ul class="row">
      {ways.map(([href, label]) => (
        <li>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
