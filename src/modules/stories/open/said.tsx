import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import { useLocale } from '../../../platform/languages/reading.tsx';
import type { ShownStory } from '../store/shown.ts';
import { originOfText, plainly } from '../text/pieces.ts';
import { type Standing, textFor } from '../text/rules/grades.ts';
import type { Origin } from '../types.ts';

type Written = Pick<ShownStory, 'story' | 'texts' | 'revisions'>;

/** What a story says to a reader. */
export interface Said {
  readonly title: Words;
  readonly paragraphs: readonly Words[];
  readonly language: Locale;
  readonly isInAnotherLanguage: boolean;
  readonly origin: Origin;
  readonly standing: Standing;
}

export function useSaid(written: Written): Said {
  const locale = useLocale();
  const found = foundFor(written, locale);
  const language = found?.text.locale ?? written.story.source;
  const say = (text: string): Words => {
    const shown = localeFacts[language].tag === 'ja' ? rubyWords(text) : text;
    const isSame = localeFacts[language].tag === localeFacts[locale].tag;
    return isSame ? shown : <span lang={localeFacts[language].tag}>{shown}</span>;
  };
  const [title, ...paragraphs] = found?.text.pieces ?? [];
  return {
    title: say(title?.text ?? ''),
    paragraphs: paragraphs.map(({ text }) => say(text)),
    language,
    isInAnotherLanguage: language !== locale,
    origin: originOfText(found?.text.pieces ?? []),
    standing: found?.standing ?? 'current',
  };
}

const foundFor = ({ story, texts, revisions }: Written, reader: Locale) =>
  textFor(texts, { source: story.source, revisions, reader });

/** Its pieces as strings, for titles, papers and pictures: without furigana. */
export function plainPieces(
  written: Written,
  reader: Locale,
): { readonly title: string; readonly paragraphs: readonly string[]; readonly language: Locale } {
  const text = foundFor(written, reader)?.text;
  const pieces = (text?.pieces ?? []).map((one) => plainly(one.text, text?.locale ?? written.story.source));
  return {
    title: pieces[0] ?? '',
    paragraphs: pieces.slice(1),
    language: text?.locale ?? written.story.source,
  };
}

/** By which names those in it wished to be called; nobody's where they wished for none. */
export const namesIn = ({ consents }: Pick<ShownStory, 'consents'>): string[] =>
  consents.flatMap(({ state, inText, shownAs }) => (state === 'agreed' && inText && shownAs ? shownAs : []));
