import type { VNode } from 'preact';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, EmptyState, Link, PageHead, Pager } from '../../../ui/index.ts';
import { PaperLink } from '../papers/views.tsx';
import { sitePaths } from '../paths.ts';
import { wordsFor } from '../rules.ts';
import type { ShownArticle } from '../types.ts';
import { siteMessages } from '../words.ts';
import { In } from './article.tsx';
import { beginningOf, written } from './said.ts';

interface ListProps {
  readonly articles: Page<ShownArticle>;
  /** Whether it is not the list’s beginning. */
  readonly isFurther: boolean;
}

/** All news, the latest first. */
export function NewsPage({ articles, isFurther }: ListProps): VNode {
  const t = useWords(siteMessages);
  const { rows, next } = articles;
  return (
    <>
      <PageHead title={t('news_title')} lead={t('news_lead')} />
      {rows.length === 0 && <EmptyState title={t('news_none')}>{t('news_none_text')}</EmptyState>}
      {rows.map((article) => (
        <OneOfNews {...article} level={2} />
      ))}
      <Pager
        previous={isFurther ? sitePaths.news() : undefined}
        next={next ? `${sitePaths.news()}?after=${next}` : undefined}
      />
      <section class="stack">
        <h2>{t('press_title')}</h2>
        <p>{t('press_text')}</p>
        <ul class="row">
          <li>
            <Link href={sitePaths.feed()}>{t('news_feed')}</Link>
          </li>
          <li>
            <Link href={sitePaths.pictureKit()}>{t('picture_kit')}</Link>
          </li>
        </ul>
      </section>
    </>
  );
}

/** One of a list: its day, its title as the way to it, and how it begins. */
export function OneOfNews(props: ShownArticle & { readonly level: 2 | 3 }): VNode | null {
  const locale = useLocale();
  const { day } = useFormats();
  const { slug, onDay, texts, level } = props;
  const found = wordsFor(texts, locale);
  if (!found) return null;
  const { words, language } = found;
  return (
    <Card
      level={level}
      title={
        <Link href={sitePaths.article({ slug })}>
          <In language={language}>{written(words.title, language)}</In>
        </Link>
      }
    >
      <p class="quiet">
        <time datetime={onDay.toString()}>{day(onDay)}</time>
      </p>
      <p class="two-lines">
        <In language={language}>{written(beginningOf(words.text), language)}</In>
      </p>
    </Card>
  );
}

/** The reports of all years, the latest first. */
export function ReportsPage({ articles, isFurther }: ListProps): VNode {
  const t = useWords(siteMessages);
  const locale = useLocale();
  const { rows, next } = articles;
  return (
    <>
      <PageHead title={t('reports_title')} lead={t('reports_lead')} />
      {rows.length === 0 && <EmptyState title={t('reports_none')}>{t('reports_none_text')}</EmptyState>}
      <ul class="stack">
        {rows.map(({ slug, texts, paper }) => {
          const found = wordsFor(texts, locale);
          return (
            found && (
              <li>
                <Link href={sitePaths.report({ slug })}>
                  <In language={found.language}>{written(found.words.title, found.language)}</In>
                </Link>
                {paper && <PaperLink slug={slug} paper={paper} />}
              </li>
            )
          );
        })}
      </ul>
      <Pager
        previous={isFurther ? sitePaths.reports() : undefined}
        next={next ? `${sitePaths.reports()}?after=${next}` : undefined}
      />
    </>
  );
}
