import type { VNode } from 'preact';
import { checkEasyJapanese } from '../../../japanese/easy.ts';
import { FilledIn } from '../../../kits/forms/index.ts';
import { machineTime } from '../../../platform/clock.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Heading,
  Link,
  Notice,
  PageHead,
  Pager,
  StatusChip,
  Timeline,
} from '../../../ui/index.ts';
import { ArticleText, In } from '../open/article.tsx';
import { written } from '../open/said.ts';
import { PaperFacts } from '../papers/views.tsx';
import { sitePaths } from '../paths.ts';
import { isSingle, standingOf } from '../rules.ts';
import type { Paper } from '../store/papers.ts';
import type { Article, Showing, Texts, Version, WrittenKind } from '../types.ts';
import { LanguagesOfPage, SectionsIn } from '../worded/views.tsx';
import { languageKey, siteStaffMessages } from '../words.ts';
import { articleForm } from './form.ts';
import { ChipOf, StateChip, seenOf } from './parts.tsx';

const back = (label: VNode | string) => ({ href: sitePaths.desk(), label });

/** The form of a version: of a new article, or the next of one that is there. */
export function WritingPage(props: {
  readonly kind: WrittenKind;
  readonly article: Article | null;
  readonly form: FormState;
}): VNode {
  const t = useWords(siteStaffMessages);
  const { kind, article, form } = props;
  const hasAddress = article === null && !isSingle(kind);
  return (
    <>
      <PageHead
        title={t(article ? 'article_write' : `new_${kind}`)}
        lead={t('article_write_lead')}
        back={
          article
            ? { href: sitePaths.deskArticle({ id: article.id }), label: t('article_back') }
            : back(t.plain('articles_title'))
        }
      />
      <FilledIn
        of={articleForm}
        form={form}
        without={hasAddress ? [] : ['slug']}
        action={article ? sitePaths.deskWords({ id: article.id }) : sitePaths.deskNew({ kind })}
        hidden={article ? { seen: seenOf(article.latest, form) } : undefined}
        button={t('article_save')}
      />
    </>
  );
}

interface DeskProps {
  readonly article: Article;
  readonly title: string;
  /** Of the last version. */
  readonly texts: Texts;
  /** Where it is words for a page of the product. */
  readonly page: WordedPage | null;
  /** The latest first. */
  readonly versions: readonly Omit<Version, 'texts'>[];
  readonly showings: readonly Showing[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayShow: boolean;
}

/** An article as it stands: what everybody reads, what was written since, and all that was before. */
export function ArticleDeskPage(props: DeskProps): VNode {
  const t = useWords(siteStaffMessages);
  const { article, title, texts, page, mayShow } = props;
  const { id, latest, shown, kind } = article;
  return (
    <>
      <PageHead
        title={title}
        lead={t(`kind_${kind}`)}
        back={back(t.plain('articles_title'))}
        aside={<StateChip {...article} />}
      />
      <Actions>
        {kind !== 'page' && (
          <Button kind="main" href={sitePaths.deskWords({ id })}>
            {t('article_write')}
          </Button>
        )}
        {kind === 'report' && <Button href={sitePaths.deskPaper({ id })}>{t('paper_way')}</Button>}
        <Button href={sitePaths.deskVersion({ id, number: `${latest}` })}>{t('article_look')}</Button>
        {mayShow && shown !== null && (
          <ActionForm
            action={sitePaths.deskHiding({ id })}
            confirm={t(page ? 'page_back_sure' : 'article_hide_sure')}
          >
            {t(page ? 'page_back' : 'article_hide')}
          </ActionForm>
        )}
      </Actions>
      {page && <Link href={page.path}>{t('page_see')}</Link>}
      {page && <LanguagesOfPage page={page} texts={texts} />}
      <History {...props} />
    </>
  );
}

function History({ article, versions, showings, names }: DeskProps): VNode {
  const t = useWords(siteStaffMessages);
  const { dayTime } = useFormats();
  const name = (id: string) => names.get(id) ?? '';
  const happened = [
    ...versions.map(({ number, writtenBy, writtenAt }) => ({
      at: writtenAt,
      icon: 'change' as const,
      title: t('version_written', { number, name: name(writtenBy) }),
      number: number as number | null,
    })),
    ...showings.map(({ number, shownBy, shownAt }) => ({
      at: shownAt,
      icon: 'done' as const,
      title:
        number === null
          ? t('version_hidden', { name: name(shownBy) })
          : t('version_shown', { number, name: name(shownBy) }),
      number: null,
    })),
  ].toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  const before = (versions.at(-1)?.number ?? 1) - 1;
  return (
    <section class="stack">
      <Heading level={2}>{t('history_title')}</Heading>
      <Timeline
        items={happened.map(({ at, icon, title, number }) => ({
          at: machineTime(at),
          icon,
          title,
          when: dayTime(at),
          children: number !== null && (
            <Link href={sitePaths.deskVersion({ id: article.id, number: `${number}` })}>
              {t('version_look', { number })}
            </Link>
          ),
        }))}
      />
      {before > 0 && (
        <p>
          {t('history_cut')}{' '}
          <Link href={sitePaths.deskVersion({ id: article.id, number: `${before}` })}>
            {t('version_look', { number: before })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** A version in all its languages, as everybody would read it. */
export function VersionPage(props: {
  readonly article: Article;
  readonly version: Version;
  /** The file of a report. */
  readonly paper: Paper | null;
  /** Where it is words for a page of the product. */
  readonly page: WordedPage | null;
  readonly mayShow: boolean;
}): VNode {
  const t = useWords(siteStaffMessages);
  const { day } = useFormats();
  const { article, version, paper, page, mayShow } = props;
  const { id } = article;
  const { number } = version;
  const isShown = article.shown === number;
  return (
    <>
      <PageHead
        title={t('version_title', { number })}
        lead={day(version.onDay)}
        back={{ href: sitePaths.deskArticle({ id }), label: t('article_back') }}
        aside={isShown && <StatusChip tone="good">{t('state_shown')}</StatusChip>}
      />
      {mayShow && !isShown && (
        <Actions>
          <ActionForm
            action={sitePaths.deskShowing({ id, number: `${number}` })}
            kind="main"
            confirm={t('version_show_sure')}
          >
            {t(article.shown !== null && number < article.shown ? 'version_show_again' : 'version_show')}
          </ActionForm>
        </Actions>
      )}
      {!mayShow && !isShown && <Notice tone="notice">{t('version_waits')}</Notice>}
      {paper && (
        <p>
          <Link href={sitePaths.deskVersionPaper({ id, number: `${number}` })}>{t('paper_there')}</Link> (
          <PaperFacts {...paper} />)
        </p>
      )}
      {LOCALES.map((locale) =>
        page ? (
          <SectionsIn {...{ page, version, locale }} />
        ) : (
          <InOneLanguage locale={locale} version={version} />
        ),
      )}
      <Pager
        previous={number > 1 ? sitePaths.deskVersion({ id, number: `${number - 1}` }) : undefined}
        next={number < article.latest ? sitePaths.deskVersion({ id, number: `${number + 1}` }) : undefined}
        steps={{
          previous: t('version_look', { number: number - 1 }),
          next: t('version_look', { number: number + 1 }),
        }}
      />
    </>
  );
}

function InOneLanguage({ locale, version }: { readonly locale: Locale; readonly version: Version }): VNode {
  const t = useWords(siteStaffMessages);
  const standing = standingOf(version.texts, locale);
  const words = version.texts[locale];
  return (
    <Card level={2} title={t(languageKey(locale))} aside={<ChipOf standing={standing} locale={locale} />}>
      {words && (
        <>
          <Heading level={3}>
            <In language={locale}>{written(words.title, locale)}</In>
          </Heading>
          <ArticleText text={words.text} language={locale} level={4} />
          {locale === 'ja-easy' && <Findings text={`${words.title}\n${words.text}`} />}
        </>
      )}
    </Card>
  );
}

const AROUND = 12;
const MOST_FINDINGS = 10;

/** Places that are not easy yet, by the house’s own checker. */
function Findings({ text }: { readonly text: string }): VNode {
  const t = useWords(siteStaffMessages);
  const found = checkEasyJapanese(text);
  if (found.length === 0) return <p class="quiet">{t('easy_is_fine')}</p>;
  const places = [...new Set(found.map(({ at }) => text.slice(Math.max(0, at - 2), at + AROUND)))];
  return (
    <Notice tone="notice">
      <p>{t('easy_findings', { count: found.length })}</p>
      <ul lang="ja">
        {places.slice(0, MOST_FINDINGS).map((place) => (
          <li>{place.trim()}</li>
        ))}
      </ul>
    </Notice>
  );
}
