import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../kits/forms/index.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Card, Heading, Link, PageHead, StatusChip } from '../../../ui/index.ts';
import { ChipOf, StateChip, seenOf } from '../desk/parts.tsx';
import { In } from '../open/article.tsx';
import { written } from '../open/said.ts';
import { sitePaths } from '../paths.ts';
import type { Article, Texts, Version } from '../types.ts';
import { languageKey, siteStaffMessages } from '../words.ts';
import { nameOf } from './form.tsx';
import { linesOf } from './own-pages.tsx';
import { standingOfPage } from './rules.ts';

/** The pages whose words may be the organization’s own, and how each is said now. */
export function PagesPage(props: {
  readonly pages: readonly WordedPage[];
  /** Those of which something was written, by key. */
  readonly articles: ReadonlyMap<string, Article>;
}): VNode {
  const t = useWords(siteStaffMessages);
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={t('pages_title')}
        lead={t('pages_lead')}
        back={{ href: sitePaths.desk(), label: t.plain('articles_title') }}
      />
      {props.pages.map((page) => {
        const article = props.articles.get(page.key);
        return (
          <Card
            level={2}
            title={<Link href={page.path}>{page.title(locale)}</Link>}
            aside={article?.shown ? <StateChip {...article} /> : <UsualChip />}
          >
            <LanguagesOfPage page={page} />
            {article && (
              <p>
                <Link href={sitePaths.deskArticle({ id: article.id })} apart={page.title(locale)}>
                  {t('history_title')}
                </Link>
              </p>
            )}
          </Card>
        );
      })}
    </>
  );
}

export function UsualChip(): VNode {
  return <StatusChip tone="plain">{useWords(siteStaffMessages)('state_usual')}</StatusChip>;
}

/** The ways to write a page in each language, with how it stands where that is known. */
export function LanguagesOfPage(props: {
  readonly page: Pick<WordedPage, 'key' | 'title'>;
  readonly texts?: Texts | undefined;
}): VNode {
  const t = useWords(siteStaffMessages);
  const reader = useLocale();
  const { page, texts } = props;
  return (
    <ul class="row">
      {LOCALES.map((locale) => {
        const standing = texts && standingOfPage(texts, locale);
        return (
          <li>
            <Link
              href={sitePaths.deskPageWords({ page: page.key, language: locale })}
              apart={page.title(reader)}
            >
              {t('page_write_in', { language: t(languageKey(locale)) })}
            </Link>
            {standing && <ChipOf standing={standing} locale={locale} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The form of a page in one language. */
export function WritingSectionsPage(props: {
  readonly page: WordedPage;
  readonly locale: Locale;
  readonly latest: number;
  readonly of: FormOf;
  readonly form: FormState;
}): VNode {
  const t = useWords(siteStaffMessages);
  const reader = useLocale();
  const { page, locale, latest, of, form } = props;
  const language = t(languageKey(locale));
  return (
    <>
      <PageHead
        title={t('page_write', { page: page.title(reader) })}
        lead={t('page_write_lead', { language })}
        back={{ href: sitePaths.deskPages(), label: t.plain('pages_title') }}
      />
      <p>
        <Link href={page.path}>{t('page_see')}</Link>
      </p>
      <FilledIn
        of={of}
        form={form}
        action={sitePaths.deskPageWords({ page: page.key, language: locale })}
        hidden={{ seen: seenOf(latest, form) }}
        button={t('article_save')}
        beside
      />
    </>
  );
}

/** What a version says of a page in a language, section by section. */
export function SectionsIn(props: {
  readonly page: WordedPage;
  readonly version: Pick<Version, 'texts'>;
  readonly locale: Locale;
}): VNode {
  const t = useWords(siteStaffMessages);
  const reader = useLocale();
  const { page, version, locale } = props;
  const sections = version.texts[locale]?.sections ?? {};
  const standing = standingOfPage(version.texts, locale);
  const own = page.sections.filter(({ key }) => sections[key]);
  return (
    <Card
      level={2}
      title={t(languageKey(locale))}
      aside={standing ? <ChipOf standing={standing} locale={locale} /> : <UsualChip />}
    >
      {own.length === 0 && <p class="quiet">{t('page_in_usual_words')}</p>}
      {own.map((section) => (
        <>
          <Heading level={3}>{nameOf(section)(reader)}</Heading>
          {linesOf(sections[section.key]?.text ?? '').map((line) => (
            <p>
              <In language={locale}>{written(line, locale)}</In>
            </p>
          ))}
        </>
      ))}
    </Card>
  );
}
