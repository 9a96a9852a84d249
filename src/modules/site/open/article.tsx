import type { VNode } from 'preact';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Button, Heading, Notice, PageHead } from '../../../ui/index.ts';
import { type Block, blocksOf, type Standing, wordsFor } from '../rules.ts';
import type { Version } from '../types.ts';
import { siteMessages } from '../words.ts';
import { written } from './said.ts';

interface ArticleProps extends Pick<Version, 'onDay' | 'texts'> {
  readonly back: { readonly href: string; readonly label: string };
  /** The file of a report, where there is one. */
  readonly approved?: VNode | null;
  /** The same as a sheet, where it can be printed. */
  readonly paper?: string | undefined;
}

/** What the organization says, on a page of its own. */
export function ArticlePage({ onDay, texts, back, approved, paper }: ArticleProps): VNode | null {
  const t = useWords(siteMessages);
  const locale = useLocale();
  const { day } = useFormats();
  const found = wordsFor(texts, locale);
  if (!found) return null;
  const { words, language, standing } = found;
  return (
    <>
      <PageHead
        title={<In language={language}>{written(words.title, language)}</In>}
        lead={<time datetime={onDay.toString()}>{day(onDay)}</time>}
        back={back}
      />
      <StandingNote standing={standing} />
      {approved}
      <ArticleText text={words.text} language={language} />
      {paper && (
        <p>
          <Button href={paper}>{t('as_pdf')}</Button>
        </p>
      )}
    </>
  );
}

/** Words in a language that may not be the page’s. */
export function In(props: { readonly language: Locale; readonly children: Words }): VNode {
  const { tag } = localeFacts[props.language];
  return <span lang={tag === localeFacts[useLocale()].tag ? undefined : tag}>{props.children}</span>;
}

/** What a reader should know of a translation before they rely on it. */
export function StandingNote({ standing }: { readonly standing: Standing }): VNode | null {
  const t = useWords(siteMessages);
  if (standing === 'fits') return null;
  if (standing === 'machine') return <p class="quiet">{t('standing_machine')}</p>;
  return <Notice tone="notice">{t(`standing_${standing}`)}</Notice>;
}

interface TextProps {
  readonly text: string;
  readonly language: Locale;
  /** Of its headlines: 2 unless said. */
  readonly level?: 2 | 4 | undefined;
}

export function ArticleText({ text, language, level = 2 }: TextProps): VNode {
  const { tag } = localeFacts[language];
  const lang = tag === localeFacts[useLocale()].tag ? undefined : tag;
  return (
    <div class="prose" lang={lang}>
      {blocksOf(text).map((block) => (
        <OneBlock {...{ block, language, level }} />
      ))}
    </div>
  );
}

function OneBlock({
  block,
  language,
  level = 2,
}: Omit<TextProps, 'text'> & { readonly block: Block }): VNode {
  if (block.kind === 'heading') return <Heading level={level}>{written(block.text, language)}</Heading>;
  if (block.kind === 'paragraph') return <p class="kept-lines">{written(block.text, language)}</p>;
  return (
    <ul>
      {block.lines.map((line) => (
        <li>{written(line, language)}</li>
      ))}
    </ul>
  );
}
